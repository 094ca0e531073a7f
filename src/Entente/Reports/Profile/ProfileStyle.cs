namespace Entente.Reports.Profile;

/// <summary>What a profile's page adds to the sheet of every page: columns of two states, ladders, dated entries.</summary>
internal static class ProfileStyle
{
    public const string Sheet = """
        .fig td:nth-child(2),.fig td:nth-child(3){white-space:nowrap}
        .fig tbody th,.two tbody th{font-weight:400}
        .two td:nth-child(n+2),.two th:nth-child(n+2){text-align:right}
        .gap{color:var(--soft);font-size:.92rem}
        .gap code{background:var(--hover);padding:.08rem .3rem;border-radius:3px}
        .page h4{margin:.8rem 0 .2rem;font-weight:600;color:var(--soft);font-size:.86rem;text-transform:uppercase;letter-spacing:.04em}
        .rung{padding:.35rem 0;border-bottom:1px solid var(--line)}
        .rung .st{font-weight:650}.rung .st-none{color:var(--faint);font-weight:400}
        .rung ul,.entries{list-style:none;margin:.25rem 0 0;padding-left:1.2rem;font-size:.92rem;color:var(--soft)}
        .entries{padding-left:0}
        .entries time,.rung time{display:inline-block;min-width:6.5rem;color:var(--faint);font-variant-numeric:tabular-nums}
        .landmarks{margin:1rem 0 0;font-size:.9rem;color:var(--soft)}
        .chart .events{columns:2;column-gap:2rem}
        @media (max-width:40rem){.two{font-size:.82rem}.chart .events{columns:1}.fig{font-size:.84rem}}
        @media print{.rung{break-inside:avoid}}

        """;
}
