/** Errors of the operating system, in words: a file that is missing, a full disk, a closed pipe. */

/** An error of a call to the operating system, as Node reports it (Node.js documentation, class SystemError). */
export interface SystemError extends Error {
  /** The name of the error in POSIX, such as ENOSPC. */
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
}

/** Whether the error came from a call to the operating system, so that its cause is outside the program. */
export function isSystemError(error: unknown): error is SystemError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    'syscall' in error &&
    typeof error.syscall === 'string'
  );
}

/** What each error says, as a clause that begins with its subject, and what to do about it, as a sentence. */
const WORDS: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: ['it does not exist', 'Check the path.'],
  EACCES: ['this user may not open it', 'Change its permissions, or run the command as a user that may.'],
  EPERM: ['this user may not do this', 'Change its permissions, or run the command as a user that may.'],
  EISDIR: ['it is a folder', 'Give the path of a file.'],
  ENOTDIR: ['a part of its path is not a folder', 'Check the path.'],
  ELOOP: ['its symbolic links lead in a circle', 'Correct the links.'],
  ENXIO: ['it is a pipe or a device that nothing is connected to', 'Give the path of a regular file.'],
  ENAMETOOLONG: ['its path is too long', 'Give a shorter path.'],
  ENOSPC: ['the disk is full', 'Make room on it.'],
  EDQUOT: ['the disk quota of this user is used up', 'Make room.'],
  EFBIG: ['the file would be larger than the file system allows', 'Use another file system.'],
  EROFS: ['the file system is read-only', 'Choose a folder that can be written.'],
  EIO: ['the disk reported an error', 'Check the disk.'],
  EBUSY: ['another program uses it', 'Close that program.'],
  EMFILE: ['this process has too many files open', 'Raise the limit with ulimit -n.'],
  ENFILE: ['the system has too many files open', 'Close other programs.'],
  ENOMEM: ['there is not enough memory', 'Close other programs.'],
  EEXIST: ['it exists already', 'Choose another name.'],
  ENOTEMPTY: ['the folder is not empty', 'Choose another folder.'],
  EXDEV: ['it is on another file system', 'Choose a path on the same file system.'],
  ESTALE: ['the network file system no longer has it', 'Mount the file system again.'],
};

/** Why a call failed, as a clause: "the disk is full". An error that has no words here is named by its code. */
export function reasonOf(error: unknown): string {
  if (!isSystemError(error)) return error instanceof Error ? error.message : String(error);
  return WORDS[error.code]?.[0] ?? `the system reported ${error.code}`;
}

/** What to do about a failed call, as a sentence. */
export function remedyOf(error: unknown): string {
  return (isSystemError(error) ? WORDS[error.code]?.[1] : undefined) ?? 'Correct it and run the command again.';
}

/** The whole error in one line: the file, if the error names one, the reason and what to do. */
export function systemErrorLine(error: SystemError): string {
  const subject = error.path === undefined ? `A call of the system failed (${error.syscall})` : error.path;
  return `${subject}: ${reasonOf(error)} (${error.code}). ${remedyOf(error)}`;
}
