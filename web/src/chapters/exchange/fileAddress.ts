// Where the host makes a file of an object with what it holds, or of everything that one reads.
import { base } from '../../api/client';

export const fileAddress = (of: { format: string; id?: string; marking?: string }) =>
  `${base}/api/exchange/file?${new URLSearchParams(of).toString()}`;
