// A link that somebody wrote: followed only where it is one of the web; of anything else stands the text.
import { Anchor, Text } from '@mantine/core';

export function WebLink({ link, words }: { link: string | undefined; words?: string }) {
  if (!link) return null;
  if (!/^https?:\/\//i.test(link)) return <Text className="breakable">{link}</Text>;
  return (
    <Anchor href={link} rel="noreferrer" target="_blank" className="breakable">
      {words ?? link}
    </Anchor>
  );
}
