// What became of recommendations in the organizations: shown beside decisions and deliverables, on no page of its own.
import { chapter } from '../chapter';

export const adoption = chapter({ name: 'adoption', words: {} });
