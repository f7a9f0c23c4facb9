// What other chapters use of this one. What works with keys and ballots is loaded where it is asked for.
import { lazy } from 'react';

import type { ElectionPage } from './standing';
import './words';

export { BoardCard } from './BoardCard';
export { BroughtFile } from './BroughtFile';
export { Casting } from './Casting';
export { electionQuery, logKeyQuery, resultCheckedQuery } from './queries';
export { OfficersCard } from './OfficersCard';
export { ReasonForm } from './ReasonForm';
export { CheckList, Totals, Verifiers } from './ResultCard';
export { adoptedSet, roundOf } from './rounds';
export type { ElectionPage } from './standing';
export { Tracker } from './Tracker';

export const TrusteeCard = lazy(() => import('./TrusteeCard').then((its) => ({ default: its.TrusteeCard })));
export const MadeElsewhere = lazy(() => import('./MadeElsewhere').then((its) => ({ default: its.MadeElsewhere })));
export const OpenedBallot = lazy(() => import('./OpenedBallot').then((its) => ({ default: its.OpenedBallot })));
export const mustBeOpened = async (election: ElectionPage) => (await import('./evidence')).mustBeOpened(election);
export const declaredHere = async (election: ElectionPage) => (await import('./evidence')).declaredHere(election);
