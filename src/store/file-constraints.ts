/**
 * The laws that are checked on the files and the originals. Problems carry `name`; `says` states the law. The laws of
 * the graph are in graph/constraints.ts.
 */
export const FILE_CONSTRAINTS = [
  {
    name: 'readable-file',
    says: 'A data folder holds regular files of UTF-8 text, of a limited size, under the names that are known.',
  },
  { name: 'sound-yaml', says: 'A data file is sound YAML: every key once, few aliases, a few levels deep.' },
  { name: 'sound-ndjson', says: 'Each line of a pack is one JSON object: every key once, its slug among them.' },
  { name: 'to-fill-in', says: 'No value of a YAML file is left to fill in.' },
  { name: 'shape', says: 'A data file has the fields of its kind, each of its type.' },
  {
    name: 'plain-text',
    says: 'No text of the data has control characters, or marks that change the direction of text.',
  },
  { name: 'redefinition', says: 'A later folder adds entries and redefines none.' },
  {
    name: 'fingerprint',
    says: 'Where an original is at hand, each passage with a line and a fingerprint is found in it.',
  },
  { name: 'own-words', says: 'No run of eight words of an original that is at hand stands in the data.' },
] as const;
