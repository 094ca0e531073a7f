using Entente.Reports.Charts;

namespace Entente.Reports.Pages;

/// <summary>What every page looks like: type, tables, figures, verdicts, from a telephone to a wide screen and on paper.</summary>
public static class PageSheet
{
    internal const string Serif = "Charter,\"Bitstream Charter\",\"Iowan Old Style\",\"Noto Serif\",Georgia,serif";

    /// <summary>The sheet of every page, before what a kind of page adds to it.</summary>
    public static string Base { get; } = PageTokens.Sheet + Rules + ChartStyle.Rules + Paper;

    // The verdicts: a colour and a kind of underline each; sign and word stand in the page.
    private const string Rules = """
        .v-supported{--v:var(--supported);--u:solid}.v-close{--v:var(--close);--u:dashed}.v-contradicted{--v:var(--contradicted);--u:wavy}
        .v-disputed{--v:var(--disputed);--u:dashed}.v-inconsistent{--v:var(--inconsistent);--u:double}.v-open{--v:var(--open);--u:dotted}
        .v-judgement{--v:var(--judgement);--u:dotted}.v-cannot-tell{--v:var(--cannot);--u:dotted}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
        body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif}
        a{color:var(--link);text-underline-offset:2px}
        a:focus-visible,summary:focus-visible,input:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
        h1,h2,h3,h4,p,figure{margin:0}
        h1,.page h2{font-family:Charter,"Bitstream Charter","Iowan Old Style","Noto Serif",Georgia,serif;font-weight:600;line-height:1.22;text-wrap:balance;overflow-wrap:anywhere}
        h1{font-size:clamp(1.45rem,1.1rem + 1.6vw,2.2rem)}
        code{font:.86em/1.5 ui-monospace,"SF Mono","Cascadia Mono","DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;left:-99rem;top:0;z-index:2;padding:.6rem 1rem;background:var(--panel);color:var(--link)}
        .skip:focus{left:0}
        .meta{margin-top:.4rem;color:var(--soft);overflow-wrap:anywhere}
        .warn{margin-top:.5rem;padding-left:.7rem;border-left:3px solid var(--disputed);color:var(--soft)}
        .note,.soft{color:var(--soft)}
        .note{font-size:.92rem;margin:.5rem 0 0;max-width:46rem}
        small{color:var(--faint)}
        .s{color:var(--v);font-weight:700}[aria-hidden].s,.s>[aria-hidden]{display:inline-block;min-width:1.15em}
        summary{cursor:pointer;color:var(--link);font-size:.9rem;width:fit-content}
        table{width:100%;border-collapse:collapse;font-size:.88rem;margin:.5rem 0}
        caption{text-align:left;font-weight:600;color:var(--soft);padding:.2rem 0}
        th{text-align:left;font-weight:600;color:var(--soft);border-bottom:1px solid var(--line);padding:.25rem .6rem .25rem 0}
        td{vertical-align:top;border-bottom:1px solid var(--line);padding:.35rem .6rem .35rem 0}
        tbody th{vertical-align:top;color:inherit;padding:.35rem .6rem .35rem 0}
        tr:last-child>td,tbody tr:last-child>th{border-bottom:0}
        td:last-child,th:last-child{padding-right:0}
        td small,th small{display:block;font-weight:400;overflow-wrap:anywhere}
        .n{text-align:right;font-variant-numeric:tabular-nums}td.n{white-space:nowrap}td.n small{white-space:normal}
        .scroll{overflow-x:auto;scrollbar-width:thin}
        .cite{font-size:.74em;vertical-align:.35em;text-decoration:none;padding-left:.15em}
        .sources{font-size:.88rem;color:var(--soft);overflow-wrap:anywhere;padding-left:2rem}
        .sources li:target{background:var(--hover)}
        .page{width:100%;max-width:60rem;margin:0 auto;padding:2rem clamp(1rem,4vw,2.5rem) 2.5rem}
        .page h2{margin:2.2rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line);font-size:1.3rem}
        .page h3{margin:1.4rem 0 .3rem;font-size:1rem;font-weight:600}
        .toc{display:flex;flex-wrap:wrap;gap:.3rem .9rem;margin:.9rem 0 0;font-size:.92rem}
        footer{margin-top:2rem;padding-top:.7rem;border-top:1px solid var(--line);color:var(--faint);font-size:.85rem;overflow-wrap:anywhere}

        """;

    // The colours on paper are those that differ in grey; a chart, a row and a heading with what it heads stay on one sheet.
    private const string Paper = """
        @media print{
        body{font-size:10pt}
        .page{max-width:none;padding:0}
        h1,h2,h3,h4,h5,h6,caption,figcaption,summary,dt{break-after:avoid;break-inside:avoid}
        tr,figure,.chart,li,blockquote,dl>div{break-inside:avoid}
        thead{display:table-header-group;break-inside:avoid;break-after:avoid}
        tbody{break-before:avoid}
        p{orphans:3;widows:3}
        .skip,.toc,.screen{display:none}
        .scroll{overflow:visible}
        details::details-content{content-visibility:visible;display:block;block-size:auto}
        .sources a::after{content:" (" attr(href) ")";color:var(--faint)}
        svg,.s,.m,.r,.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
        }

        """;
}
