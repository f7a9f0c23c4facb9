// What became of recommendations in the organizations: shown beside decisions and deliverables, on no page of its own.
import { chapter } from '../chapter';
import words from './en.json';

export const adoption = chapter({ name: 'adoption', words });
