/** What all pages share: type, colours, the sheet with its contents beside it, tables, drawings, paper. */
import { variables } from './palette.ts';

const sans =
  '-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif';
const sansTraditional =
  '-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang TC","Microsoft JhengHei","Noto Sans CJK TC","Source Han Sans TC",sans-serif';
// Latin headings in a book face; Chinese ones in the body's, whose bold is sound on every system.
const serif = '"Iowan Old Style","Palatino Linotype",Palatino,Charter,Georgia,"Times New Roman",';

const base = `
:root{color-scheme:light dark;${variables('light')}--body:${sans};--display:${serif}${sans};--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
:lang(zh-TW){--body:${sansTraditional};--display:${serif}${sansTraditional}}
@media screen and (prefers-color-scheme:dark){:root{${variables('dark')}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--page);color:var(--ink);font:400 1rem/1.6 var(--body);font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
:lang(zh-CN),:lang(zh-TW){line-height:1.75}
a{color:var(--accent);text-decoration:none}
a:hover,a:focus-visible{text-decoration:underline;text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1,h2,h3,h4,p,ol,ul,dl,dd,blockquote,figure{margin:0;padding:0}
ol,ul{list-style:none}
.soft{color:var(--soft)}
.good{color:var(--good)}.bad{color:var(--bad)}.unsure{color:var(--unsure)}.plain{color:var(--plain)}
`;

const layout = `
.sheet{max-width:74rem;margin:0 auto;padding:2.5rem 1.5rem 5rem;display:grid;grid-template-columns:minmax(0,1fr);gap:2.5rem}
.report{background:var(--paper);border:1px solid var(--line);border-radius:.4rem;padding:clamp(1.25rem,4vw,3.5rem);min-width:0}
.contents{display:none}
@media screen and (min-width:72rem){
.sheet{grid-template-columns:13.5rem minmax(0,1fr)}
.contents{display:block;position:sticky;top:2.5rem;align-self:start;font-size:.875rem;line-height:1.45}
.contents h2{font:600 .75rem/1.4 var(--body);letter-spacing:.06em;color:var(--soft);margin-bottom:.6rem}
.contents a{display:block;padding:.32rem 0 .32rem .85rem;border-left:2px solid var(--line);color:var(--ink)}
.contents a:hover{border-color:var(--accent);color:var(--accent);text-decoration:none}
}
.masthead{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:.25rem 1.5rem;border-bottom:3px double var(--line);padding-bottom:.9rem;margin-bottom:1.75rem}
h1{font:600 1.7rem/1.25 var(--display);letter-spacing:-.005em}
.masthead p{color:var(--soft);font-size:.9rem}
.part{margin-top:3rem;scroll-margin-top:1.5rem}
h2{font:600 1.3rem/1.35 var(--display);padding-bottom:.45rem;border-bottom:1px solid var(--line);margin-bottom:1.15rem}
h3{font:600 1.02rem/1.45 var(--body);margin:1.75rem 0 .7rem}
h2+h3{margin-top:0}
.part>p{margin:.5rem 0;max-width:46rem}
`;

const parts = `
.tag{font-size:.76rem;color:var(--soft);border:1px solid var(--line);border-radius:.2rem;padding:0 .3em;margin-left:.35em;white-space:nowrap}
svg{display:block;overflow:visible}
svg text{font:400 12px var(--body);fill:var(--soft)}
svg .strong{font-weight:600;fill:var(--ink)}
svg .curve{fill:none;stroke:var(--accent);stroke-width:2.5;stroke-linecap:round;stroke-linejoin:round;vector-effect:non-scaling-stroke}
svg .area{fill:var(--accent);opacity:.12}
svg .dot{fill:var(--paper);stroke:var(--accent);stroke-width:2.5}
svg .grid{stroke:var(--line);stroke-width:1}
svg .zero{stroke:var(--soft);stroke-dasharray:3 4}
svg .finding{font-weight:700;font-size:15px;fill:var(--bad)}
svg .track{fill:var(--plain-wash)}
svg .bar{fill:var(--accent)}
svg .none{fill:none;stroke:var(--soft);stroke-dasharray:3 4}
.badge{font:600 .76rem/1.6 var(--body);border-radius:.2rem;padding:0 .5em;background:var(--plain-wash);color:var(--plain)}
.badge.bad{background:var(--bad-wash);color:var(--bad)}
.items>li{padding-left:1.1rem;position:relative;margin:.45rem 0;max-width:50rem}
.items>li::before{content:"–";position:absolute;left:0;color:var(--soft)}
.items ul{margin:.2rem 0 .2rem .2rem}
.items ul li{padding-left:1.1rem;position:relative;font-size:.93rem}
.items ul li::before{content:"·";position:absolute;left:.2rem;color:var(--soft)}
table{width:100%;border-collapse:collapse;font-size:.95rem}
th,td{text-align:left;vertical-align:baseline;padding:.42rem .8rem .42rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-size:.82rem;color:var(--soft);font-weight:600}
tbody th{font-weight:400}
.right{text-align:right}
.foot{margin-top:3rem;border-top:1px solid var(--line);padding-top:.8rem;font-size:.82rem;color:var(--soft)}
`;

/** For screens of any width, light and dark. */
export const baseStyle: string = [base, layout, parts].map((sheet) => sheet.trim()).join('\n');

/** For A4; last, as it wins over what comes before it. */
export const printStyle = `
@page{size:A4;margin:17mm 16mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt ${sans};color:#5a616b}}
@media print{
:root{color-scheme:light}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
html{font-size:9.6pt}
body{background:none}
.sheet{display:block;max-width:none;padding:0;margin:0}
.report{border:0;padding:0;border-radius:0}
.contents{display:none}
.part{margin-top:1.9rem}
h1,h2,h3,h4,.badge{break-after:avoid}
h2+*{break-before:avoid}
p,li,dd{orphans:3;widows:3}
a{color:inherit}
}
`;
