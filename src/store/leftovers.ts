/**
 * The names that editors and systems leave in folders without being asked: backups, swap files, caches of thumbnails. They
 * are passed over. A name that a person chose is never among them: `plan.yml` is an error, and so is a copy that a
 * synchronization program made of a conflict, since one of its two texts is missing from the data.
 */

/** Folders and files of operating systems and storage devices, in lower case. */
const OF_SYSTEMS = new Set([
  'lost+found', // root of a Linux volume (e2fsck, mklost+found)
  '@eadir', // Synology
  '#recycle',
  '#snapshot',
  '@recycle', // QNAP
  '$recycle.bin', // Windows
  'system volume information',
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r', // macOS
  '__macosx',
  'network trash folder',
  'temporary items',
]);

/** What programs add to the name of the file that they edit, merge or replace. */
const OF_PROGRAMS: readonly RegExp[] = [
  /^\./, // hidden files: .DS_Store, .x.yaml.swp, .#x.yaml, .nfs0001, .fuse_hidden0001, ._x.yaml
  /~$/, // Emacs, Vim, gedit, Kate: x.yaml~, x.yaml.~1~
  /^#.*#$/, // Emacs, unsaved changes: #x.yaml#
  /^~\$/, // Microsoft Office, owner of an open file: ~$x.yaml
  /^~.*\.tmp$/i, // Microsoft Office, a file being saved: ~WRL0001.tmp
  /\.(?:orig|rej|bak|sw[a-p]|tmp|temp|save(?:\.\d+)?)$/i, // patch, Git, many editors; Vim; nano
  /\.(?:dpkg-(?:old|new|dist|tmp)|rpm(?:new|save|orig))$/, // package managers
  /___jb_(?:tmp|old|bak)___$/, // JetBrains, a file being saved
  /\.sb-[0-9a-f]{8}-\w{6}$/, // macOS, a file being saved
  /^sed\w{6}$/, // sed --in-place
];

/** Vim creates 4913, and if that exists the number that is 123 higher and so on, to see whether a folder can be written. */
const isVimProbe = (name: string): boolean =>
  /^\d{4,5}$/.test(name) && Number(name) >= 4913 && (Number(name) - 4913) % 123 === 0;

/** Whether the name is one that an editor or a system leaves behind. Folders that are not the system's are never leftovers, unless hidden. */
export function isLeftover(name: string, isFolder: boolean): boolean {
  if (name.startsWith('.') || OF_SYSTEMS.has(name.toLowerCase())) return true;
  return !isFolder && (isVimProbe(name) || OF_PROGRAMS.some((pattern) => pattern.test(name)));
}

/** Whether the name is that of a copy that a synchronization program made when a file was changed in two places. */
export function isConflictCopy(name: string): boolean {
  return /conflicted copy|conflict copy|\bsync-conflict\b|\[conflict|\(conflict|case conflict|_conf\(|-conflict[-.]/i.test(
    name,
  );
}
