/** The style sheet of the HTML report: for screens of any width, light and dark, and for A4. */
import { baseStyle, printStyle } from '../../html/base-style.ts';

const head = `
.verdicts{display:grid;gap:1rem}
.verdict{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:1rem 2rem;border:1px solid var(--line);border-left:.45rem solid currentColor;border-radius:.3rem;padding:1.4rem 1.6rem}
.verdict>*{color:var(--ink)}
.verdict.good{background:var(--good-wash)}.verdict.bad{background:var(--bad-wash)}.verdict.unsure{background:var(--unsure-wash)}.verdict.plain{background:var(--plain-wash)}
.verdict .allegation{font-size:.9rem;color:var(--ink)}
.verdict .word{display:flex;align-items:center;gap:.7rem;font:600 2.15rem/1.2 var(--display);margin:.15rem 0 .3rem}
.verdict.good .word{color:var(--good)}.verdict.bad .word{color:var(--bad)}.verdict.unsure .word{color:var(--unsure)}.verdict.plain .word{color:var(--plain)}
.verdict .word svg{width:1.75rem;height:1.75rem;flex:none}
.verdict .bearer{font-weight:600}
.verdict .because{margin-top:.8rem;font-size:.92rem}
.verdict .because ul{display:flex;flex-wrap:wrap;gap:.4rem;margin-top:.35rem}
.verdict .because li{background:var(--paper);border:1px solid var(--line);border-radius:1rem;padding:.1rem .75rem}
.verdict.second .word{font-size:1.35rem}.verdict.second .word svg{width:1.2rem;height:1.2rem}
.verdict.second{padding:1rem 1.6rem}
.score{text-align:right;white-space:nowrap;align-self:center}
.score .figure{font:600 3.1rem/1 var(--display)}
.score .figure small{font:400 1rem/1 var(--body);color:var(--ink)}
.score .figure{display:block}
.score .grade{display:inline-block;margin-top:.7rem;border:1.5px solid currentColor;border-radius:.25rem;padding:.05rem .7rem;font-weight:600}
.score .remark{display:block;font-size:.85rem;margin-top:.5rem;white-space:normal;max-width:13rem;margin-left:auto}
.attention{display:flex;gap:.6rem;margin-top:1rem;border:1px solid var(--line);border-radius:.3rem;background:var(--unsure-wash);padding:.7rem 1rem;font-size:.93rem}
.attention b{color:var(--unsure)}
dl.facts{display:grid;grid-template-columns:minmax(7rem,max-content) minmax(0,1fr);gap:.35rem 1.4rem;font-size:.95rem}
dl.facts dt{color:var(--soft)}
dl.call{grid-template-columns:repeat(auto-fill,minmax(11.5rem,1fr));gap:.9rem 1.4rem;margin-top:1.5rem}
dl.call dt{font-size:.8rem}
dl.call div{min-width:0}
@media (max-width:40rem){.verdict{grid-template-columns:minmax(0,1fr);padding:1.1rem 1.15rem}.score{text-align:left}.score .remark{margin-left:0}.score{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem 1rem}.score .grade{margin:0}.score .remark{flex-basis:100%;max-width:none;margin:0}.verdict .word{font-size:1.75rem}.verdict.second{padding:1rem 1.15rem}dl.call{grid-template-columns:repeat(2,minmax(0,1fr))}.sheet{padding:0 0 2rem}.report{border-width:0 0 1px;border-radius:0}dl.facts:not(.call){grid-template-columns:minmax(0,1fr);gap:0}dl.facts:not(.call) dd{margin-bottom:.5rem}}
`;

const body = `
.quote{font-style:normal}
.quotes>li{padding:.1rem 0 .1rem .9rem;border-left:2px solid var(--line);margin:.35rem 0;font-size:.95rem}
.place{color:var(--soft);font-size:.86rem;margin-right:.45em}
a.place{color:var(--accent)}
.ref{font-size:.76rem;font-weight:600;color:var(--bad);margin-left:.3em;vertical-align:.12em;white-space:nowrap}
.story>li{position:relative;display:grid;grid-template-columns:4.2rem minmax(0,1fr);gap:0 2.6rem;padding:.5rem 0}
.story>li::before{content:"";position:absolute;left:5.35rem;top:0;bottom:0;border-left:1px solid var(--line)}
.story>li:first-child::before{top:1.2rem}.story>li:last-child::before{bottom:calc(100% - 1.2rem)}
.story>li::after{content:"";position:absolute;left:calc(5.35rem - .27rem);top:1.02rem;width:.6rem;height:.6rem;border-radius:50%;background:var(--paper);border:2px solid var(--plain)}
.story>li.agent::after{background:var(--accent);border-color:var(--accent)}
.story>li.held::after{background:var(--bad);border-color:var(--bad);border-radius:0;transform:rotate(45deg)}
.story .when{text-align:right;font-size:.86rem;color:var(--soft)}
.story .when a{display:block}
.story .who{font-weight:600;margin-right:.5em}
.story .answer{margin-top:.15rem;padding-left:1.3rem;position:relative}
.story .answer::before{content:"→";position:absolute;left:0;color:var(--soft)}
.story .answer b{font-weight:600}
.mood{margin-top:1.6rem;border:1px solid var(--line);border-radius:.3rem;padding:1rem 1.2rem .9rem}
.mood figcaption{font-weight:600;margin-bottom:.4rem}
.ground>.soft{font-size:.93rem;margin-top:.2rem}
h4.minor{font:600 .92rem/1.5 var(--body);margin:1rem 0 .1rem;color:var(--soft)}
.mood p{font-size:.86rem;color:var(--soft);margin-top:.3rem}
.ground{border:1px solid var(--line);border-radius:.3rem;padding:1.1rem 1.3rem;margin:.9rem 0;scroll-margin-top:1.5rem}
.ground.decides{border-left:.3rem solid var(--bad)}
.ground h4{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3rem .6rem;font:600 1.02rem/1.5 var(--body)}
.ground h4 .no{color:var(--soft);font-weight:400}
.ground dl{display:grid;grid-template-columns:minmax(6rem,max-content) minmax(0,1fr);gap:.35rem 1.1rem;margin-top:.6rem;font-size:.95rem}
.ground dt{color:var(--soft);font-size:.88rem;padding-top:.05rem}
.ground .say{background:var(--good-wash);border-radius:.25rem;padding:.15rem .7rem;margin-left:-.7rem}
@media (max-width:40rem){.ground dl{grid-template-columns:minmax(0,1fr);gap:0}.ground dd{margin-bottom:.45rem}.ground .say{margin-left:0}.story>li{grid-template-columns:3.3rem minmax(0,1fr);gap:0 1.7rem}.story>li::before{left:4.1rem}.story>li::after{left:calc(4.1rem - .27rem)}}
.cards{display:grid;grid-template-columns:minmax(0,1fr);gap:.9rem}
@media (min-width:34rem){.cards{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media screen and (min-width:64rem){.cards{grid-template-columns:repeat(4,minmax(0,1fr))}}
.cards>li{border:1px solid var(--line);border-top:.25rem solid currentColor;border-radius:.3rem;padding:.9rem 1rem}
.cards h3,.cards .quotes{color:var(--ink)}
.cards h3,.cards h4{margin:0;font:600 1rem/1.5 var(--body)}
.cards .state{font-weight:600}
.cards .quotes{margin-top:.4rem}
.checks>li{display:grid;grid-template-columns:1.3rem minmax(0,1fr);gap:.5rem;padding:.55rem 0;border-top:1px solid var(--line)}
.checks>li:first-child{border-top:0}
.checks .sign{font-weight:700;text-align:center}
.checks .title{font-weight:600;margin-right:.6em}
.checks .state{font-weight:600}
.checks .detail{color:var(--soft);font-size:.9rem}
.checks .detail::before{content:" · "}
.scores{display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem}
.score-chart{margin-bottom:1.3rem}
tr.section th,tr.section td{font-weight:600;padding-top:.9rem}
tr.group th{font-weight:600;font-size:.88rem;color:var(--accent);padding-top:1.4rem;border-bottom-color:var(--accent)}
tr.total th,tr.total td{font-weight:600;border-top:2px solid var(--ink);border-bottom:0;font-size:1.02rem}
td.points{white-space:nowrap}
td .sign{display:inline-block;width:1.3em;font-weight:700}
`;

const transcript = `
.talk{display:grid;gap:.75rem}
.talk>li{max-width:min(40rem,86%);scroll-margin-top:1.5rem}
.talk>li.customer{justify-self:start}
.talk>li.agent{justify-self:end}
.talk>li.other{justify-self:center}
.talk .by{display:flex;gap:.6em;align-items:baseline;font-size:.8rem;color:var(--soft);margin:0 .2rem .15rem}
.talk>li.agent .by{justify-content:flex-end}
.talk .by b{color:var(--ink);font-weight:600}
.talk .said{border-radius:.55rem;padding:.6rem .95rem;background:var(--customer);border:1px solid var(--line)}
.talk>li.customer .said{border-top-left-radius:0}
.talk>li.agent .said{background:var(--agent);border-top-right-radius:0}
.talk>li.event{justify-self:stretch;max-width:none;display:flex;align-items:center;gap:1rem;font-size:.85rem;color:var(--soft)}
.talk>li.event::before,.talk>li.event::after{content:"";flex:1;border-top:1px dashed var(--line)}
.talk>li:target .said,.ground:target{outline:2px solid var(--accent);outline-offset:2px}
mark{background:none;color:inherit;text-decoration:underline dotted 2px var(--accent);text-underline-offset:.25em}
mark.against{background:var(--bad-wash);text-decoration:underline solid 2px var(--bad);padding:.05em .1em}
.notes{margin-top:1.2rem}
`;

const print = `
@media print{
.verdict,.ground,.cards>li,.story>li,.checks>li,.mood,.score-chart,.talk>li,tr,.items>li,.attention,dd{break-inside:avoid}
dt{break-after:avoid}
.cards{grid-template-columns:repeat(4,minmax(0,1fr))}
.cards>li{padding:.6rem .7rem}
.talk{display:block}
.talk>li{margin-bottom:.6rem}
.talk>li.agent{margin-left:auto;width:fit-content}
.talk>li.customer{width:fit-content}
}
`;

export const style = [baseStyle, head, body, transcript, printStyle, print]
  .map((sheet) => sheet.trim())
  .join('\n');
