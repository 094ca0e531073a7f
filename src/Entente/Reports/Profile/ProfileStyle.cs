using Entente.Reports.Html;

namespace Entente.Reports.Profile;

/// <summary>The style sheet of a profile's page: that of every report, and what charts and columns of two states need.</summary>
internal static class ProfileStyle
{
    public const string Sheet =
        HtmlStyle.Sheet
        + """

            :root{--c0:#1c5d99;--c1:#b4511c;--c2:#2f7d4f;--c3:#7b4a9e;--c4:#8a6d00;--c5:#5b6470}
            @media (prefers-color-scheme:dark){:root{--c0:#7db4e8;--c1:#f0996a;--c2:#79c795;--c3:#c39be0;--c4:#d9bd55;--c5:#aeb6c0}}
            .s0{--c:var(--c0)}.s1{--c:var(--c1);--d:7 3}.s2{--c:var(--c2);--d:2 3}.s3{--c:var(--c3);--d:9 3 2 3}.s4{--c:var(--c4);--d:4 2}.s5{--c:var(--c5);--d:1 2}
            .profile{width:100%;max-width:60rem;margin:0 auto;padding:2rem clamp(1rem,4vw,2.5rem) 2.5rem}
            .profile h1{font:600 clamp(1.6rem,1.2rem + 1.6vw,2.3rem)/1.2 Charter,"Bitstream Charter","Iowan Old Style","Noto Serif",Georgia,serif}
            .profile h2{margin:2.2rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--line);font:600 1.3rem/1.25 Charter,"Bitstream Charter","Iowan Old Style","Noto Serif",Georgia,serif}
            .profile h3{margin:1.2rem 0 .3rem;font-size:1rem;font-weight:600}
            .toc{display:flex;flex-wrap:wrap;gap:.3rem .9rem;margin:.9rem 0 0;font-size:.92rem}
            .fig td:nth-child(2),.fig td:nth-child(3){white-space:nowrap}
            .two tr:last-child th{border-bottom:0}
            .two td:nth-child(n+2),.two th:nth-child(n+2){text-align:right}
            .cite{font-size:.74em;vertical-align:.35em;text-decoration:none;padding-left:.15em}
            .chart{margin:.9rem 0 1.2rem}
            .chart figcaption{font-weight:600;font-size:.93rem;margin-bottom:.3rem}
            .chart details{margin-top:.3rem}
            .series{display:block;width:100%;height:auto}
            .series text{font:11px system-ui,sans-serif;fill:var(--soft)}
            .series .tick{fill:var(--faint);font-size:10px}
            .series .grid{stroke:var(--line)}
            .series .ln{fill:none;stroke:var(--c);stroke-width:1.8;stroke-dasharray:var(--d,none);stroke-linejoin:round}
            .series .pt{fill:var(--c)}
            .series .nm{fill:var(--c);font-weight:600}
            .series .band{fill:var(--c);fill-opacity:.16}
            .note{color:var(--soft);font-size:.92rem;margin:.5rem 0 0;max-width:46rem}
            .gap{color:var(--soft);font-size:.92rem}
            .gap code{background:var(--hover);padding:.08rem .3rem;border-radius:3px}
            .stage{margin:.8rem 0 .2rem;font-weight:600;color:var(--soft);font-size:.86rem;text-transform:uppercase;letter-spacing:.04em}
            .rung{padding:.35rem 0;border-bottom:1px solid var(--line)}
            .rung .st{font-weight:650}.rung .st-none{color:var(--faint);font-weight:400}
            .rung ul,.entries{list-style:none;margin:.25rem 0 0;padding-left:1.2rem;font-size:.92rem;color:var(--soft)}
            .entries{padding-left:0}
            .entries time,.rung time{display:inline-block;min-width:6.5rem;color:var(--faint);font-variant-numeric:tabular-nums}
            .sources{font-size:.88rem;color:var(--soft);overflow-wrap:anywhere;padding-left:2rem}
            .sources li:target{background:var(--hover)}
            @media (max-width:30rem){.series text{font-size:14px}.series .tick{font-size:13px}.two{font-size:.82rem}}
            @media print{.profile{max-width:none;padding:0}.chart,.rung{break-inside:avoid}.chart details{display:none}.toc{display:none}}
            """;
}
