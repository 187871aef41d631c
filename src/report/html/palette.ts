/** The colours of the HTML report, each legible by WCAG AA on what it stands on; the test computes it. */

export type Colour =
  | 'page'
  | 'paper'
  | 'ink'
  | 'soft'
  | 'line'
  | 'accent'
  | 'bad'
  | 'bad-wash'
  | 'good'
  | 'good-wash'
  | 'unsure'
  | 'unsure-wash'
  | 'plain'
  | 'plain-wash'
  | 'agent'
  | 'customer';

type Palette = Readonly<Record<Colour, string>>;

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    page: '#f3f1ec',
    paper: '#ffffff',
    ink: '#1d2126',
    soft: '#5a616b',
    line: '#d9d5cc',
    accent: '#1f4e79',
    bad: '#9f1d1d',
    'bad-wash': '#fbecea',
    good: '#1a643b',
    'good-wash': '#e8f4ec',
    unsure: '#7a5000',
    'unsure-wash': '#fcf2dd',
    plain: '#434e5b',
    'plain-wash': '#eef1f4',
    agent: '#ebf1f7',
    customer: '#f5f1e8',
  },
  dark: {
    page: '#121417',
    paper: '#1a1d22',
    ink: '#e8e6e1',
    soft: '#a8aeb7',
    line: '#3a4049',
    accent: '#93bfe9',
    bad: '#f4a29c',
    'bad-wash': '#3a2123',
    good: '#93d3aa',
    'good-wash': '#1c3126',
    unsure: '#e8c073',
    'unsure-wash': '#352b17',
    plain: '#b9c3ce',
    'plain-wash': '#272d35',
    agent: '#212e3d',
    customer: '#2b2925',
  },
};

/** The palette as CSS variables. */
export function variables(theme: keyof typeof palettes): string {
  return Object.entries(palettes[theme])
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}
