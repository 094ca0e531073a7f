using Entente.Numerics.Gravity;

namespace Entente.Cli.Commands.Estimate;

/// <summary>`--ssc adj=false,fixef.K=full`: fixest's names, old and new.</summary>
internal static class SmallSampleOption
{
    private const string Expected =
        "adj=true|false, fixef.K=none|nested|full, cluster.adj=true|false, cluster.df=min|conventional (or K.adj, K.fixef, G.adj, G.df)";

    public static SmallSample Parse(string? written)
    {
        var found = new SmallSample();
        foreach (var part in (written ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            var key = at < 0 ? part : part[..at].Trim();
            var value = (at < 0 ? "" : part[(at + 1)..].Trim().Trim('"')).ToLowerInvariant();
            found = (key, value) switch
            {
                ("adj" or "K.adj", "true" or "false") => found with { Adjust = value == "true" },
                ("fixef.K" or "K.fixef", "none") => found with { Effects = EffectCount.None },
                ("fixef.K" or "K.fixef", "nested" or "nonnested") => found with { Effects = EffectCount.Nested },
                ("fixef.K" or "K.fixef", "full") => found with { Effects = EffectCount.Full },
                ("cluster.adj" or "G.adj", "true" or "false") => found with { ClusterAdjust = value == "true" },
                ("cluster.df" or "G.df", "min" or "conventional") => found with { LeastClusters = value == "min" },
                _ => throw GravityCommand.Wrong("--ssc", $"'{part}'", Expected),
            };
        }
        return found;
    }
}
