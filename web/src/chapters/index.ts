// The chapters of the page, in the order in which the menu has their places. This list is all that a new chapter has to be added to:
// the router, the menu, the desk and the catalogue of words are folds over it.
import type { TaskKinds } from './chapter';
import { adoption } from './adoption';
import { decisions } from './decisions';
import { desk } from './desk';
import { elections } from './elections';
import { exchange } from './exchange';
import { exposure } from './exposure';
import { groups } from './groups';
import { identity } from './identity';
import { items } from './items';
import { keyboxes } from './keyboxes';
import { mail } from './mail';
import { meetings } from './meetings';
import { membership } from './membership';
import { people } from './people';
import { priorities } from './priorities';
import { record } from './record';
import { risks } from './risks';

export const chapters = [
  desk,
  adoption,
  meetings,
  decisions,
  priorities,
  groups,
  items,
  keyboxes,
  elections,
  exposure,
  risks,
  exchange,
  membership,
  people,
  record,
  mail,
  identity,
];

export const taskKinds: TaskKinds = Object.assign({}, ...chapters.map(({ tasks }) => tasks));

/** What chapters have on the desk, in their order. */
export const atDesk = chapters.flatMap(({ name, AtDesk }) => (AtDesk ? [{ name, Part: AtDesk }] : []));

/** In the order of the chapters. */
export const glances = chapters.flatMap(({ AtAGlance }) => AtAGlance ?? []);
