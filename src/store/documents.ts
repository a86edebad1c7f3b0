/** Reads the documents of one or more data folders, and remembers the file and position of each value in them. */
import { join } from 'node:path';
import type { z } from 'zod';
import {
  billingCodeShape,
  conditionShape,
  dataSetShape,
  planShape,
  serviceShape,
  sourceShape,
  techniqueShape,
  territoryTableShape,
  type DataDocuments,
} from '../model/shapes.ts';
import { didYouMean } from '../graph/did-you-mean.ts';
import { FOLDERS, type DocumentKind } from '../graph/data-paths.ts';
import type { Problem, ProblemPlace } from '../graph/problems.ts';
import type { FileProblem } from './file-problem.ts';
import { DATA_FILE_LIMIT, type FileTree, type FolderEntry } from './files.ts';
import { isConflictCopy } from './leftovers.ts';
import { validateShape, type ShapeError } from './validation-errors.ts';
import type { LocatedProblem } from './located-problem.ts';
import { placesIn, readNdjsonLine } from './ndjson.ts';
import { hiddenInText, hiddenInValue } from './plain-text.ts';
import { TO_FILL_IN, valuesToFillIn, withoutThoseToFillIn } from './to-fill-in.ts';
import { readYaml, type YamlFile } from './yaml.ts';

const SHAPES = {
  sources: sourceShape,
  conditions: conditionShape,
  services: serviceShape,
  techniques: techniqueShape,
  billingCodes: billingCodeShape,
  plans: planShape,
} as const satisfies Record<DocumentKind, z.ZodType>;
const KINDS = new Map(Object.entries(FOLDERS).map(([kind, folder]) => [folder as string, kind as DocumentKind]));
const TERRITORIES = 'territories.yaml';
const DATA_SET = 'dataset.yaml';
const README = 'README.md';
const KNOWN_NAMES = [...KINDS.keys(), TERRITORIES, DATA_SET, README];
const FILE_NAME = /^(?=.{1,105}$)([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/;

/** Many entries, one on each line; compressed with Brotli (RFC 7932) if the name ends in `.br`. */
const PACK_NAME = /^(?=.{1,110}$)[a-z0-9]+(?:-[a-z0-9]+)*\.ndjson(?:\.br)?$/;

interface ReadFile {
  readonly file: string;
  readonly positionOf: YamlFile['positionOf'];
}

/** Reads folders one after another into `documents`, and collects every problem in `problems`. Its methods never throw. */
export class DocumentReader {
  // Objects without a prototype, so a slug such as "constructor" finds nothing but an entry.
  readonly documents: DataDocuments = {
    sources: bare(),
    territories: bare(),
    conditions: bare(),
    services: bare(),
    techniques: bare(),
    billingCodes: bare(),
    plans: bare(),
    dataSets: [],
  };
  readonly problems: LocatedProblem[] = [];
  /** The slugs of the plans that were read from YAML files. */
  readonly curatedPlans = new Set<string>();
  readonly #files = new Map<string, ReadFile>();
  readonly #tree: FileTree;
  #lastFolder = '.';

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  /** Adds the documents of one data folder. An entry that an earlier folder has already defined is a problem. */
  async readFolder(folder: string): Promise<void> {
    this.#lastFolder = folder;
    const listed = await this.#tree.listFolder(folder);
    if ('problem' in listed) {
      this.#fileProblem(listed.problem);
      return;
    }
    if (listed.entries.length === 0)
      this.#fileProblem({
        file: folder,
        message: 'this data folder is empty',
        remedy: 'Name a folder with data in it.',
      });
    for (const { name, type } of listed.entries) {
      const path = join(folder, name);
      const kind = KINDS.get(name);
      if (type === 'other') await this.#reportUnreadable(path);
      else if (kind && type === 'folder') await this.#readKind(kind, path);
      else if (name === TERRITORIES) await this.#readTerritories(path);
      else if (name === DATA_SET) await this.#readDataSet(path);
      else if (name !== README || type !== 'file') {
        this.#fileProblem({
          file: path,
          message: `a data folder holds nothing named "${name}"${kind ? ' that is not a folder' : ''}`,
          remedy: didYouMean(name, KNOWN_NAMES, `It holds ${KNOWN_NAMES.join(', ')}.`),
        });
      }
    }
  }

  /** Adds the file, line and column to a problem. A problem of the whole data set gets line 1 of the folder read last. */
  readonly locate = (problem: Problem): LocatedProblem => {
    const { kind, slug, path } = problem.place;
    const read = this.#files.get(keyOf(kind, kind === 'territories' ? String(path[0] ?? '') : slug));
    return { ...problem, file: read?.file ?? this.#lastFolder, ...(read?.positionOf(path) ?? { line: 1, column: 1 }) };
  };

  async #readKind(kind: DocumentKind, folder: string): Promise<void> {
    const listed = await this.#tree.listFolder(folder);
    if ('problem' in listed) {
      this.#fileProblem(listed.problem);
      return;
    }
    for (const { name, type } of listed.entries) {
      const file = join(folder, name);
      if (type === 'other') {
        await this.#reportUnreadable(file);
        continue;
      }
      if (type === 'file' && PACK_NAME.test(name)) {
        await this.#readLines(kind, file);
        continue;
      }
      const slug = FILE_NAME.exec(name)?.[1];
      if (type === 'folder' || slug === undefined) {
        if (name === README && type === 'file') continue;
        this.#fileProblem(wrongName(file, name, type));
        continue;
      }
      const place: ProblemPlace = { kind: FOLDERS[kind], slug, path: [] };
      const document = await this.#readDocument(file, SHAPES[kind], place);
      if (!document) continue;
      this.#enter(kind, place, document.value, document.read);
      if (kind === 'plans') this.curatedPlans.add(slug);
    }
  }

  #enter(kind: DocumentKind, place: ProblemPlace, value: unknown, read: ReadFile): void {
    const entries = this.documents[kind] as Record<string, unknown>;
    if (this.#isNew(place, place.slug in entries, read)) entries[place.slug] = value;
  }

  /**
   * Reads a pack: a file with many entries of one kind, one entry per line. A problem that the reader finds has the column
   * where it occurs; a problem found later, when the graph is built, has only the line.
   */
  async #readLines(kind: DocumentKind, file: string): Promise<void> {
    const problem = await this.#tree.readLines(file, DATA_FILE_LIMIT, (text, line) => {
      if (text.trim() === '') return;
      const { slug, value, faults } = readNdjsonLine(text, line);
      const place: ProblemPlace = { kind: FOLDERS[kind], slug: slug ?? '', path: [] };
      for (const fault of faults) this.problems.push({ law: 'sound-ndjson', place, file, ...fault });
      const hidden = hiddenInText(text).concat(hiddenInValue(text, value, (path) => placesIn(text).positionOf(path)));
      for (const fault of hidden) this.problems.push({ law: 'plain-text', place, file, ...fault, line });
      if (slug === null) return;
      const checked = validateShape(SHAPES[kind], value);
      if ('document' in checked)
        this.#enter(kind, place, checked.document, { file, positionOf: () => ({ line, column: 1 }) });
      else
        for (const { path, message, remedy } of checked.faults) {
          this.problems.push({
            law: 'shape',
            place: { ...place, path },
            message,
            remedy,
            file,
            ...placesIn(text).positionOf(path),
            line,
          });
        }
    });
    if (problem) this.problems.push({ ...fileProblem(problem), line: problem.line });
  }

  async #readTerritories(file: string): Promise<void> {
    const document = await this.#readDocument(file, territoryTableShape, { kind: 'territories', slug: '', path: [] });
    for (const [code, territory] of Object.entries(document?.value ?? {})) {
      const place: ProblemPlace = { kind: 'territories', slug: '', path: [code] };
      if (document && this.#isNew(place, code in this.documents.territories, document.read))
        this.documents.territories[code] = territory;
    }
  }

  async #readDataSet(file: string): Promise<void> {
    const place: ProblemPlace = { kind: 'dataset', slug: String(this.documents.dataSets.length), path: [] };
    const document = await this.#readDocument(file, dataSetShape, place);
    if (!document) return;
    this.#isNew(place, false, document.read);
    this.documents.dataSets.push(document.value);
  }

  async #readDocument<S extends z.ZodType>(
    file: string,
    shape: S,
    place: ProblemPlace,
  ): Promise<{ value: z.output<S>; read: ReadFile } | null> {
    const content = await this.#tree.readText(file, DATA_FILE_LIMIT);
    if ('problem' in content) {
      this.#fileProblem(content.problem);
      return null;
    }
    const yaml = readYaml(content.text);
    for (const fault of yaml.faults) this.problems.push({ law: 'sound-yaml', place, file, ...fault });
    const hidden = hiddenInText(content.text).concat(hiddenInValue(content.text, yaml.value, yaml.positionOf));
    for (const fault of hidden) this.problems.push({ law: 'plain-text', place, file, ...fault });
    if (yaml.faults.length > 0) return null;
    const toFillIn = content.text.includes('TODO') ? valuesToFillIn(yaml.value) : [];
    const checked = validateShape(shape, yaml.value);
    if ('document' in checked && toFillIn.length === 0)
      return { value: checked.document, read: { file, positionOf: yaml.positionOf } };
    const report = (law: string, faults: readonly ShapeError[]): void => {
      for (const { path, ...fault } of faults)
        this.problems.push({
          law,
          place: { ...place, path: [...place.path, ...path] },
          ...fault,
          file,
          ...yaml.positionOf(path),
        });
    };
    report(TO_FILL_IN, toFillIn);
    if ('faults' in checked) report('shape', withoutThoseToFillIn(checked.faults, toFillIn));
    return null;
  }

  /** Records where a document is. A second document of the same name is a problem, and the first one is used. */
  #isNew(place: ProblemPlace, isKnown: boolean, read: ReadFile): boolean {
    const key = keyOf(place.kind, place.slug || String(place.path[0] ?? ''));
    const first = this.#files.get(key);
    if (!isKnown) this.#files.set(key, read);
    else {
      this.problems.push({
        law: 'redefinition',
        place,
        file: read.file,
        ...read.positionOf(place.path),
        message: `"${place.slug || String(place.path[0])}" is already defined in ${first?.file ?? 'an earlier folder'}`,
        remedy: 'A later folder may add entries, not change one: give this one a slug of its own, or change the first.',
      });
    }
    return !isKnown;
  }

  /** Reports why something that is neither a file nor a folder cannot be read, such as a link to nothing. */
  async #reportUnreadable(path: string): Promise<void> {
    const read = await this.#tree.readText(path, DATA_FILE_LIMIT);
    if ('problem' in read) this.#fileProblem(read.problem);
  }

  #fileProblem(problem: FileProblem): void {
    this.problems.push(fileProblem(problem));
  }
}

/** The problem of a file that cannot be read, at the first line of the file. It belongs to no entry. */
export function fileProblem(problem: FileProblem): LocatedProblem {
  return { law: 'readable-file', place: { kind: '', slug: '', path: [] }, line: 1, column: 1, ...problem };
}

/** The problem of a name in a folder of one kind that is not that of a data file. */
function wrongName(file: string, name: string, type: FolderEntry['type']): FileProblem {
  const stem = name.replace(/\.(?:ya?ml|json|txt)$/i, '').replace(/\.ya?ml$/i, '');
  const slug = stem
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
  const message = `"${name}" is not a name for a data file: use a slug in lower-case letters, digits and single hyphens, and .yaml`;
  if (type === 'folder') return { file, message, remedy: 'Move its files to the folder above it.' };
  if (isConflictCopy(name))
    return {
      file,
      message: `"${name}" is a copy that a synchronization program made, because a file was changed in two places`,
      remedy: 'Bring what differs into the file itself, and delete the copy.',
    };
  return { file, message, remedy: `Rename it to ${slug}.yaml, or take it out.` };
}

const bare = (): Record<string, never> => Object.create(null) as Record<string, never>;
const keyOf = (kind: string, slug: string): string => `${kind}/${slug}`;
