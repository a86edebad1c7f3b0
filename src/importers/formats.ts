/** The formats that can be imported, by the name that the command line uses. */
import { cmsPbp } from './cms-pbp/importer.ts';
import type { Importer } from './importer.ts';
import { marketplacePuf } from './marketplace-puf/importer.ts';

/** Makes the importer of a format. */
export const IMPORTERS = {
  'cms-pbp': ({ year }: { readonly year: number }): Importer => cmsPbp(year),
  'marketplace-puf': (): Importer => marketplacePuf(),
};
