namespace Entente.Reports.Html;

/// <summary>What the page of a checked text adds to the sheet of every page. A verdict is said by colour, sign, word and kind of underline, so that none of them is needed alone.</summary>
internal static class HtmlStyle
{
    public const string Sheet = """
        main{display:flex;flex-direction:column}
        .doc{width:100%;max-width:78rem;margin:0 auto;padding:2rem clamp(1rem,4vw,2.5rem) 2.5rem}
        .doc+.doc{border-top:1px solid var(--line)}
        .overview{order:-1}.doc.overview{border-top:0}
        .path{color:var(--faint)}
        .strip{margin:1.25rem 0 1.75rem;padding:.9rem 0 0;border-top:1px solid var(--line);display:grid;grid-template-columns:auto 1fr;gap:.6rem 1rem;align-items:center}
        .total{font-weight:600;white-space:nowrap}
        .bar{width:100%;height:10px;display:block;border-radius:3px}
        .bar .p{fill:var(--v)}
        .chips{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.35rem .5rem}
        .chip{display:inline-flex;align-items:center;gap:.4rem;padding:.15rem .65rem .15rem .5rem;border:1px solid var(--line);border-radius:99px;background:var(--panel);cursor:pointer;font-size:.9rem;white-space:nowrap}
        .chip:hover{background:var(--hover)}
        .chip input{position:absolute;opacity:0;width:1px;height:1px}
        .chip:has(:focus-visible){outline:2px solid var(--link);outline-offset:1px}
        .chip:has(input:not(:checked)){opacity:.5;text-decoration:line-through}
        .working .chart{margin:.5rem 0 .8rem}
        .split{display:grid;gap:2rem;grid-template-columns:minmax(0,1fr)}
        .text{max-width:42rem;white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;font:1.09rem/1.68 Charter,"Bitstream Charter","Iowan Old Style","Noto Serif",Georgia,serif}
        .x{color:var(--faint)}.x.w{font-size:.8em}.x.b{display:block;line-height:1.4}
        .u{text-decoration:underline dotted 1px var(--faint);text-underline-offset:.25em}
        .m{color:inherit;text-decoration-line:underline;text-decoration-style:var(--u);text-decoration-color:var(--v);text-decoration-thickness:1.5px;text-underline-offset:.24em;text-decoration-skip-ink:none}
        .m:hover{background:color-mix(in srgb,var(--v) 13%,transparent)}
        .m.v-contradicted,.m.v-inconsistent{background:color-mix(in srgb,var(--v) 8%,transparent)}
        .r{text-decoration:none;scroll-margin-top:30vh}
        .r::after{content:attr(data-s);color:var(--v);font:700 .72em/1 system-ui,sans-serif;vertical-align:.45em;padding:0 .04em 0 .12em}
        .r:target::after{background:var(--v);color:var(--bg);border-radius:3px;padding:.1em .3em}
        .claims{min-width:0}
        .card{padding:.85rem 1rem .8rem;margin:0 0 .8rem;background:var(--panel);border:1px solid var(--line);border-left:4px solid var(--v);border-radius:6px;overflow-wrap:anywhere}
        .card:has(:target){box-shadow:0 0 0 2px var(--v)}
        .card header{display:flex;flex-wrap:wrap;gap:.2rem .7rem;align-items:baseline}
        .card h3,.card h4,.doc h2{margin:0;font-size:1rem;font-weight:400}
        .card h4{margin-top:.7rem;font-size:.88rem;font-weight:600;color:var(--soft)}
        .card h3.badge{font-weight:650}.between>summary h2{display:inline;font-size:inherit;font-weight:inherit}
        .doc section>h2{font-weight:600;font-size:1.05rem;margin-bottom:.5rem}
        .first{margin:0 0 1.75rem}
        .first ol{list-style:none;margin:0;padding:0;display:grid;gap:.35rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr))}
        .first li{padding-left:.7rem;border-left:3px solid var(--v);overflow-wrap:anywhere}
        .first a{color:inherit;text-decoration-color:var(--v)}
        .first p{color:var(--soft);font-size:.92rem}
        .chips{border:0;margin:0;padding:0}
        .badge{display:inline-flex;gap:.4rem;color:var(--v);font-weight:650;text-decoration:none}
        a.badge:hover{text-decoration:underline}
        .also{color:var(--v);font-size:.87rem}
        .id{margin-left:auto;color:var(--faint);font-size:.82rem}
        blockquote{margin:.3rem 0 .4rem;padding:0;font:1rem/1.45 Charter,"Bitstream Charter","Iowan Old Style","Noto Serif",Georgia,serif;color:var(--soft)}
        blockquote::before{content:"“"}blockquote::after{content:"”"}
        .why{font-weight:500}
        .who{color:var(--soft);font-size:.88rem}
        .line{margin-top:.3rem;font-size:.93rem}.line b{font-weight:600;color:var(--soft)}.line b::after{content:":"}
        .card details{margin-top:.45rem}
        .working{margin-top:.5rem;padding-top:.6rem;border-top:1px solid var(--line);scroll-margin-top:13rem}
        .assert{margin-bottom:.4rem}.assert code{background:var(--hover);padding:.12rem .35rem;border-radius:3px}
        .ev td:nth-child(3){white-space:nowrap}
        .card small,.all small{display:block;font-size:.92em;line-height:1.35}
        .ev tbody th{font-weight:400}.lead>th,.lead>td.n{font-weight:600}
        .tag{font-size:.78em;font-weight:600;padding:0 .3em;border:1px solid var(--line);border-radius:3px;color:var(--soft)}
        .says{white-space:nowrap;color:var(--v)}.says:not([class*=v-]){color:var(--faint)}
        .tree,.tree ul{list-style:none;margin:.2rem 0 0;padding-left:0;font-size:.9rem}
        .tree ul{padding-left:.9rem;border-left:1px solid var(--line);margin-left:.2rem}
        .tree li{padding:.12rem 0}
        .plain{margin:.4rem 0 0;padding-left:1.1rem;font-size:.92rem}
        .unchecked{margin:1.2rem 0 0;color:var(--soft);font-size:.9rem}
        .unchecked dt{font-weight:600;margin-top:.5rem}.unchecked dd{margin:0;overflow-wrap:anywhere}
        .between{margin-top:1.4rem}.between>summary{font-size:1rem;font-weight:600;margin-bottom:.6rem}
        .all td{overflow-wrap:anywhere}.all .says{margin-right:.6rem;display:inline-block}
        .doc:has(.f-supported:not(:checked)) .card.v-supported,.doc:has(.f-close:not(:checked)) .card.v-close,
        .doc:has(.f-contradicted:not(:checked)) .card.v-contradicted,.doc:has(.f-disputed:not(:checked)) .card.v-disputed,
        .doc:has(.f-inconsistent:not(:checked)) .card.v-inconsistent,.doc:has(.f-open:not(:checked)) .card.v-open,
        .doc:has(.f-judgement:not(:checked)) .card.v-judgement,.doc:has(.f-cannot-tell:not(:checked)) .card.v-cannot-tell{display:none}
        @media (min-width:62rem){
        .split{grid-template-columns:minmax(0,1fr) minmax(24rem,29rem);gap:3rem;align-items:start}
        .claims{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;padding:2px 6px 2px 2px;scrollbar-width:thin}
        }
        @media (max-width:30rem){
        .doc{padding:1.25rem 1rem 2rem}.text{font-size:1.04rem;line-height:1.6}.card{padding:.7rem .8rem}
        .ev thead{display:none}.ev,.ev tbody{display:block}.ev tr{display:grid;grid-template-columns:1fr auto;gap:0 .8rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
        .ev tr:last-child{border-bottom:0}.ev td,.ev tbody th{border:0;padding:0}.ev td:nth-child(4){text-align:right}.ev td:nth-child(3){color:var(--faint)}
        }
        @media print{
        .doc{max-width:none;padding:0;break-before:page}.doc:first-child{break-before:auto}
        main{display:block}.split{display:block}.text{max-width:none;font-size:11pt;line-height:1.5}
        .claims{position:static;max-height:none;overflow:visible;margin-top:1.5rem}
        .card{break-inside:avoid;border-radius:0;padding:.5rem .8rem}.working{display:flow-root;font-size:8.5pt}.chip{border-radius:0;padding:0 .4rem}.chip input{display:none}
        /* The chart stands beside the figures, which the table repeats. */
        .working .chart.small{float:right;width:44%;max-width:none;margin:0 0 2mm 4mm}.working .chart+.chart{display:none}
        .working .ev{width:53%;font-size:8pt}.working .ev td,.working .ev th{padding-block:.15rem}.working .ev small{font-size:7pt}
        .working:not(:has(.chart)) .ev{width:100%}
        .card summary,.between>summary{display:none}.unchecked summary{display:block;color:inherit}
        }
        """;
}
