// What a person asks for: a command of the record, and the words that tell what it says.
import type { ReactNode } from 'react';

import type { Schemas } from '../api/client';
import type { Contents } from './content';

/** One of the commands, by its type. A misspelt one, or a member that it doesn't have, is none. */
export type Command = Schemas['Command'];
export type CommandName = Schemas['CommandName'];

export interface Act {
  /** What is asked for; some have to look at the record first. What it throws is told to the person. */
  command: (contents: Contents) => Command | Promise<Command>;
  /** What the person is told to be signing, already in their language. */
  words: string;
  /** What the button or the form is called that asks for it: said once it is done, where there are no words. */
  label?: string;
  /** Where a passkey signs because of what the text says that comes along: the rules' word is asked without it. */
  byPasskey?: boolean;
  /** Beside a refusal: what stands there instead, where another act came first. */
  instead?: ReactNode;
}
