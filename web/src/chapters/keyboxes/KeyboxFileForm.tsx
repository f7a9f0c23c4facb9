// Asks for the file of a keybox, and gives the box that is in it.
import { nameOf } from '../../ballot/votingKey';
import { KeyFileForm } from '../../components/KeyFileFields';
import { fileOf, fromFile, isBoxFile } from './box';

interface Props {
  /** The organization's key. */
  seat: string;
  /** Of the box: a file of another is refused. */
  name: string;
  label: string;
  explain?: string;
  onOpened: (box: Uint8Array) => Promise<void> | void;
}

export const KeyboxFileForm = ({ seat, name, onOpened, ...form }: Props) => (
  <KeyFileForm
    what={fileOf(seat)}
    is={isBoxFile}
    fits={(content) => nameOf(fromFile(content)) === name}
    onOpened={(content) => onOpened(fromFile(content))}
    {...form}
  />
);
