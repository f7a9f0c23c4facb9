// What is due of a group, and when: kickoff and plan by mid-year at the latest (clause 6.8).
import type { Schemas } from '../../api/client';

type Row = Schemas['GroupRow'];

const earlier = (a: string, b: string | null) => (b !== null && Date.parse(b) < Date.parse(a) ? b : a);

export const kickoffDue = ({ frame, mid_year }: Row) => earlier(frame.kickoff_by, mid_year);
export const planDue = ({ frame, mid_year }: Row) => earlier(frame.plan_by, mid_year);
