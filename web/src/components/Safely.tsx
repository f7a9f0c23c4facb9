// One thing that can't be shown doesn't take the others with it: in its place stands a sentence, and the page goes on.
import { Component } from 'react';
import type { ReactNode } from 'react';

import { problemOf } from '../acts/problems';
import { ProblemAlert } from './ProblemAlert';

interface Props {
  children: ReactNode;
}

export class Safely extends Component<Props, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override componentDidCatch(error: unknown) {
    console.error(error); // where whoever mends it looks
  }
  override render() {
    const { error } = this.state;
    // What is thrown by children themselves is caught; by what stands between, it wouldn't be.
    return error === undefined ? <>{this.props.children}</> : <ProblemAlert problem={problemOf(error)} />;
  }
}
