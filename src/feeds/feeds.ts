/** Every format that can be imported, under the name that the command line knows it by. */
import { cmsPbp } from './cms-pbp.ts';
import type { Feed } from './feed.ts';
import { marketplacePuf } from './marketplace-puf.ts';

export const FEEDS = {
  'cms-pbp': ({ year }: { readonly year: number }): Feed => cmsPbp(year),
  'marketplace-puf': (): Feed => marketplacePuf(),
};
