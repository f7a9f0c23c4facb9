// One colour for each kind of object that matters in a drawing; its name stands beside it, so nobody needs to tell colours apart.
const colors: Record<string, string> = {
  incident: 'red',
  report: 'blue',
  grouping: 'blue',
  indicator: 'orange',
  'attack-pattern': 'violet',
  malware: 'grape',
  tool: 'grape',
  'threat-actor': 'pink',
  'intrusion-set': 'pink',
  campaign: 'pink',
  vulnerability: 'yellow',
};

export const colorOf = (type: string) => colors[type] ?? 'teal';
