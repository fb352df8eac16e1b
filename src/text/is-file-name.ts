import { isDeviceName } from './is-device-name.ts';

/** The maximum length, as a file system may limit a name to 255 bytes. */
const MAX_LENGTH = 60;

/**
 * Whether a text can be the name of a file without its extension on every system, and in no other folder:
 * without separators, leading or trailing dots and spaces, and names of devices.
 */
export function isFileName(text: string): boolean {
  return (
    text.length <= MAX_LENGTH &&
    /^[^\0-\x1f"*/:<>?\\|\x7f]+$/.test(text) &&
    !/^[.\s]|[.\s]$/.test(text) &&
    !isDeviceName(text)
  );
}
