/**
 * Whether Windows finds a device under a name, which it also does before an extension, before spaces and
 * dots at the end, and before a colon.
 *
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])[ .]*(?:[.:]|$)/i.test(name);
}
