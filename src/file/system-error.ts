/** Returns the reason for which a file cannot be written, and what to do. */
export function unwritable(error: unknown): { reason: string; help: string | undefined } {
  const helps: Record<string, string> = {
    EISDIR: 'choose another path, or move the folder away',
    ELOOP: 'remove the links, or choose another path',
    ENAMETOOLONG: 'choose a shorter path',
    ENOSPC: 'free some space on the disk',
    ENOTDIR: 'choose another path, or move away the file that is in the place of a folder',
    EROFS: 'choose a path on another disk',
  };
  return { reason: reasonOf(error), help: helps[(error as NodeJS.ErrnoException).code ?? ''] };
}

/** Returns the reason of a file system error, as messages show it. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EFBIG: 'the file is too large',
    ERR_STRING_TOO_LONG: 'the file is too large',
    ERR_FS_FILE_TOO_LARGE: 'the file is too large',
    ENOENT: 'the file does not exist',
    ERR_ENCODING_INVALID_ENCODED_DATA: 'not encoded as UTF-8',
    ELOOP: 'its symbolic links form a cycle',
    ENAMETOOLONG: 'the path is too long',
    EISDIR: 'it is a folder, not a file',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'part of the path is not a folder',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
  };
  return reasons[code ?? ''] ?? message;
}
