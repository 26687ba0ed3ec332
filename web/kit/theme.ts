import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The red of a ribbon on a gift; its sixth shade on white has a contrast of 5 to 1. */
const ribbon: MantineColorsTuple = [
  '#fff0f3',
  '#ffdfe5',
  '#fcbcc8',
  '#f796a9',
  '#f0708a',
  '#e5486a',
  '#cf2a50',
  '#b01f42',
  '#931a38',
  '#76142d',
];

export const theme = createTheme({
  primaryColor: 'ribbon',
  primaryShade: { light: 7, dark: 6 },
  colors: { ribbon },
  fontFamily: '"Pretendard Variable", Pretendard, system-ui, sans-serif',
  // Monospaced fonts may lack Korean.
  fontFamilyMonospace: 'ui-monospace, Menlo, Consolas, monospace, "Pretendard Variable"',
  headings: { fontWeight: '700' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A label that is too long in some language on a narrow screen takes another line.
    Button: {
      styles: {
        root: { height: 'auto', minHeight: 'var(--button-height)', paddingBlock: 2 },
        // In a link, nothing else would centre it: the height is what is left of the button's.
        inner: { minHeight: 'calc(var(--button-height) - 6px)' },
        label: { whiteSpace: 'normal', lineHeight: 1.2 },
      },
    },
    SegmentedControl: {
      styles: {
        control: { flex: '1 1 auto' },
        label: { whiteSpace: 'normal', overflowWrap: 'break-word', paddingInline: 6 },
      },
    },
  },
});
