import { createTheme } from '@mantine/core';

export const theme = createTheme({
  primaryColor: 'ocean',
  primaryShade: { light: 7, dark: 8 },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  colors: {
    ocean: [
      '#e8f3fc',
      '#d3e4f4',
      '#a6c8e6',
      '#76aad8',
      '#4f90cc',
      '#3780c5',
      '#2878c2',
      '#1c66ab',
      '#135a99',
      '#034d87',
    ],
  },
});
