using Entente.Reports.Pages;

namespace Entente.Reports.Charts;

/// <summary>How charts look, in a page and as files.</summary>
internal static class ChartStyle
{
    /// <summary>What a page's style sheet needs for charts.</summary>
    public const string Rules = """
        .s0{--c:var(--c0)}.s1{--c:var(--c1);--d:7 3}.s2{--c:var(--c2);--d:2 3}.s3{--c:var(--c3);--d:9 3 2 3}.s4{--c:var(--c4);--d:4 2}.s5{--c:var(--c5);--d:1 2}
        .ch{display:block;width:100%;height:auto;--halo:var(--bg);overflow:visible}
        .ch text{font:12px system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;fill:var(--soft)}
        .ch .tick{fill:var(--faint);font-size:11px}
        .ch .paper{fill:var(--bg)}.ch .blank{fill:var(--halo)}
        .ch .grid{stroke:var(--line)}.ch .zero{stroke:var(--faint)}
        .ch .ln{fill:none;stroke:var(--c);stroke-width:1.8;stroke-dasharray:var(--d,none);stroke-linejoin:round}
        .ch .ln.lead{stroke-width:2.6;stroke-dasharray:none}
        .ch .lead-to{stroke:var(--c);stroke-opacity:.55;stroke-dasharray:1 3}
        .ch .pt{fill:var(--c);stroke:var(--halo);stroke-width:1}
        .ch .nm{fill:var(--c)}.ch .nm.lead,.ch .label.lead{font-weight:700}.ch .label.lead{fill:var(--ink)}
        .ch .band{fill:var(--c);fill-opacity:.16}
        .ch .event{stroke:var(--faint);stroke-dasharray:2 3}
        .ch .letter{font-size:10px;font-weight:700;fill:var(--faint)}
        .ch .claim{fill:var(--v);fill-opacity:.15}
        .ch .edge{stroke:var(--v);stroke-dasharray:7 2 1 2;stroke-opacity:.75}
        .ch .when{stroke:var(--line);stroke-width:12;stroke-opacity:.7}
        .ch .mark{fill:var(--halo);stroke:var(--v);stroke-width:2.4}
        .ch .off{stroke:var(--v);stroke-width:1.6;stroke-dasharray:2 2}
        .ch .claimed{fill:var(--ink);font-weight:600}
        .ch .claimed,.ch .label,.ch .nm{paint-order:stroke;stroke:var(--halo);stroke-width:3.5px;stroke-linejoin:round}
        .ch .row{stroke:var(--line);stroke-dasharray:1 3}
        .ch .base{stroke:var(--soft);stroke-width:1.4}
        .ch .span{stroke:var(--c,var(--c0));stroke-width:1.8}.ch .span.over{stroke:var(--ink);stroke-width:1.4}
        .ch .bar{fill:var(--c,var(--c0))}.ch .bar.hollow{fill:var(--halo);stroke:var(--c0);stroke-width:1.4}.ch .bar.solid{fill-opacity:.85}
        .chart{margin:.9rem 0 1.3rem}
        .chart figcaption{font-weight:600;font-size:.93rem;margin-bottom:.3rem}
        .chart figcaption small{font-weight:400}
        .chart .ch.narrow{display:none}
        .chart.small{max-width:27rem}.chart.small .ch.narrow{display:block}
        .chart details{margin-top:.3rem}
        .data th{white-space:nowrap;overflow-wrap:normal}.data th small{white-space:normal}
        .panel .ch,.card .ch{--halo:var(--panel)}
        .events{margin:.3rem 0 0;padding:0;list-style:none;font-size:.86rem;color:var(--soft)}
        .events b{display:inline-block;min-width:1.3em}
        @media (max-width:40rem){.chart .ch.wide{display:none}.chart .ch.narrow{display:block}}
        @media print{.chart .ch.wide{display:block}.chart .ch.narrow{display:none}.chart.small .ch.narrow{display:block}.chart details{display:none}}

        """;

    /// <summary>The sheet of a drawing that is a file of its own; it paints its own ground, so that it is read on any.</summary>
    public static string File { get; } =
        PageTokens.Sheet
        + ".v-supported{--v:var(--supported)}.v-close{--v:var(--close)}.v-contradicted{--v:var(--contradicted)}.v-disputed{--v:var(--disputed)}"
        + ".v-inconsistent{--v:var(--inconsistent)}.v-open{--v:var(--open)}.v-judgement{--v:var(--judgement)}.v-cannot-tell{--v:var(--cannot)}\n"
        + Rules[..Rules.IndexOf(".chart{", StringComparison.Ordinal)];
}
