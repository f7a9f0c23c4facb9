// Who answers, what, and with which keybox.
import type { Schemas } from '../../api/client';
import type { Choices, MadeBallot } from '../../ballot/cast';
import type { ElectionPage } from '../elections/shared';
import type { SeatOfLog } from '../keyboxes/shared';
import type { Asks } from './asks';
import type { Given } from './paper';

export interface AnswererProps {
  round: Schemas['Round'];
  election: ElectionPage;
  asks: Asks;
  box: Uint8Array;
  seat: SeatOfLog & { year: number };
  onDone: () => void;
}

/** A ballot that is not cast yet, and what was answered in it. */
export interface Made {
  ballot: MadeBallot;
  choices: Choices;
  given: Given;
}
