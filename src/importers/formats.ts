/** Every format that can be imported, under the name that the command line knows it by. */
import { cmsPbp } from './cms-pbp/importer.ts';
import type { Importer } from './importer.ts';
import { marketplacePuf } from './marketplace-puf/importer.ts';

export const IMPORTERS = {
  'cms-pbp': ({ year }: { readonly year: number }): Importer => cmsPbp(year),
  'marketplace-puf': (): Importer => marketplacePuf(),
};
