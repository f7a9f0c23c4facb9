// What direction the community follows, and its priorities: their review, and which Members are in. The pages that show them show their groups,
// too, and are the chapter's that has those.
import type { TaskKind } from '../chapter';
import { chapter } from '../chapter';
import words from './en.json';

const there: TaskKind = { to: ({ priority }) => `/priorities/${priority}` };

export const priorities = chapter({
  name: 'priorities',
  tasks: { 'review-priority': there, 'take-stance': there },
  words,
});
