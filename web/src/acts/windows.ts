// Tells the other windows of this browser who signed in or that one signed out: a page that is somebody else's by then shows and keeps nothing more.
import { slug } from '../api/client';
import { whose } from '../api/whose';

const name = `ccop/${slug}/signed-in`;

/** Nothing where nobody is signed in any more. */
export function tellWindows(person: number | undefined) {
  const channel = new BroadcastChannel(name);
  channel.postMessage({ person });
  channel.close();
}

/** Once this page is another person's than whoever is signed in; until what this gives is called. */
export function onAnother(listener: () => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<{ person: number | undefined }>) => {
    if (data.person !== whose()) listener();
  };
  return () => channel.close();
}
