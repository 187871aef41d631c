/** The style sheet of the pages on many calls. */
import { baseStyle, printStyle } from '../../html/base-style.ts';

const own = `
.scroll{overflow-x:auto}
.part>.scroll,.calls .scroll{margin:.8rem 0}
.scroll td,.scroll th{white-space:nowrap;overflow-wrap:normal}
.scroll .wraps{white-space:normal;overflow-wrap:anywhere;min-width:9rem}
.scroll .wide{min-width:15rem}
.scroll .cut{display:block;max-width:10rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.scroll th.wraps:not(.wide){min-width:6.5rem}
th.right,td.right{text-align:right;padding-right:1rem}
td.right:last-child,th.right:last-child{padding-right:0}
.range{display:inline-block;vertical-align:middle;width:4.5rem;height:14px;margin-left:.5rem}
.range .span{stroke:var(--accent);stroke-width:3;opacity:.45}
.range .at{fill:var(--accent)}
.range .rail{stroke:var(--line);stroke-width:1}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(7.4rem,1fr));gap:.8rem;margin-bottom:1.6rem}
.figures div{border:1px solid var(--line);border-radius:.3rem;padding:.75rem .85rem}
.figures dt{font-size:.82rem;color:var(--soft)}
.figures dd{font:600 1.75rem/1.25 var(--display)}
.figures dd small{display:block;font:400 .82rem/1.4 var(--body);color:var(--soft)}
.chart{margin:1.2rem 0;border:1px solid var(--line);border-radius:.3rem;padding:1rem 1.2rem .9rem}
.chart figcaption{font-weight:600;margin-bottom:.7rem}
.chart .column{fill:var(--accent)}
.chart .band{fill:var(--accent);opacity:.16}
.notes-list{display:grid;gap:1rem;margin-top:.9rem}
.notes-list>li{border:1px solid var(--line);border-radius:.3rem;padding:1rem 1.2rem;scroll-margin-top:1.5rem}
.notes-list h3{margin:0}
.notes-list h3 small{font:400 .86rem/1.5 var(--body);color:var(--soft);margin-left:.7em}
.notes-list dl{display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);gap:.35rem 1.2rem;margin-top:.5rem;font-size:.95rem}
.notes-list dt{color:var(--soft);font-size:.88rem;padding-top:.05rem}
.notes-list dd p+p{margin-top:.15rem}
details{border:1px solid var(--line);border-radius:.3rem;margin:.6rem 0;padding:0 1.1rem}
summary{cursor:pointer;padding:.65rem 0;font-weight:600}
summary small{font-weight:400;color:var(--soft);margin-left:.6em}
details>.scroll{margin:0 0 .8rem}
.part>.scroll+details{border-width:0;padding:0}
.part>.scroll+details summary{font-weight:400;color:var(--accent)}
tr:target>*{background:var(--unsure-wash)}
tr[id]{scroll-margin-top:3rem}
.pages{display:flex;flex-wrap:wrap;gap:.3rem .5rem;margin:1rem 0;font-size:.92rem}
.pages>*{border:1px solid var(--line);border-radius:.2rem;padding:.1rem .65rem}
.pages [aria-current]{background:var(--plain-wash);font-weight:600}
.errors li{margin:.5rem 0}
@media (max-width:40rem){.sheet{padding:0 0 2rem}.report{border-width:0 0 1px;border-radius:0}.notes-list dl{grid-template-columns:minmax(0,1fr);gap:0}.notes-list dd{margin-bottom:.45rem}}
@media print{.scroll td,.scroll th{white-space:normal;overflow-wrap:anywhere}.scroll .cut{white-space:normal}.scroll{overflow:visible!important}.notes-list>li,tr,.chart,.figures div{break-inside:avoid}.range{width:5rem}}
`;

export const style: string = [baseStyle, own, printStyle].map((sheet) => sheet.trim()).join('\n');
