// What every section of the form is given.
import type { Draft } from '../draft';

export interface FieldsProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}
