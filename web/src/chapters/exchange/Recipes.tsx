// What each product needs to be told, ready to copy.
import { Accordion, Button, Card, CopyButton, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { Address } from './Address';

type Collections = Schemas['Collections'];

export function Recipes({ page, token }: { page: Collections; token: string | undefined }) {
  const { t } = useTranslation();
  const all = page.collections.find(({ alias }) => alias === 'all') ?? page.collections[0];
  if (!all) return null;
  const recipes = recipesOf(page, all, token ?? t('exchange.yourToken'));
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="sm">
        {t('exchange.recipes')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('exchange.recipesHint')}
      </Text>
      <Accordion>
        {recipes.map(({ name, fields }) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>{name}</Accordion.Control>
            <Accordion.Panel>
              {fields.map(([label, value]) => (
                <Address key={label} label={label} value={value} />
              ))}
              <CopyButton value={fields.map(([label, value]) => `${label}: ${value}`).join('\n')}>
                {({ copied, copy }) => (
                  <Button size="compact-sm" variant="light" onClick={copy}>
                    {t(copied ? 'copied' : 'exchange.copyAll')}
                  </Button>
                )}
              </CopyButton>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Card>
  );
}

interface Recipe {
  name: string;
  /** What the field is called, and what goes in. */
  fields: [string, string][];
}

/** The names are those of each product's own form. */
function recipesOf(page: Collections, all: Collections['collections'][number], token: string): Recipe[] {
  return [
    {
      name: 'Microsoft Sentinel',
      fields: [
        ['API root URL', page.root],
        ['Collection ID', all.id],
        ['Username', 'ccop'],
        ['Password', token],
      ],
    },
    {
      name: 'Splunk Enterprise Security',
      fields: [
        ['URL', page.root],
        ['Collection', all.id],
        ['TAXII version', '2.1'],
        ['Username', 'ccop'],
        ['Password', token],
      ],
    },
    {
      name: 'IBM QRadar Threat Intelligence',
      fields: [
        ['TAXII Endpoint', page.discovery],
        ['Version', 'TAXII 2.1'],
        ['Authentication Method', 'HTTP Basic'],
        ['Username', 'ccop'],
        ['Password', token],
        ['Collection', all.title],
      ],
    },
    ...platforms(page, all, token),
    {
      name: 'curl',
      fields: [
        [
          '$',
          `curl -H 'Authorization: Bearer ${token}' -H 'Accept: application/taxii+json;version=2.1' ${page.root}collections/${all.id}/objects/`,
        ],
      ],
    },
  ];
}

function platforms(page: Collections, all: Collections['collections'][number], token: string): Recipe[] {
  return [
    {
      name: 'OpenCTI',
      fields: [
        ['TAXII server URL', page.root],
        ['TAXII version', 'TAXII 2.1'],
        ['TAXII Collection', all.id],
        ['Authentication type', 'Bearer token'],
        ['Token', token],
      ],
    },
    {
      name: 'MISP',
      fields: [
        // It keeps the last part of a root alone, and writes `basic` before its key.
        ['Base URL', new URL(page.short_root).origin],
        ['API root', new URL(page.short_root).pathname.replaceAll('/', '')],
        ['Collection', all.id],
        ['API key', token],
      ],
    },
  ];
}
