// What other chapters use of this one.
import './words';

export { Source as TableSource } from './ImportSource';
export { itemsNaming } from './naming';
export { itemsQuery } from './queries';
export { ItemBadge, ItemLink } from './Standing';
