using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Checking;
using Entente.Claims;

namespace Entente.Reports.Obsidian;

/// <summary>What things are called in a vault: notes, callouts, block identifiers.</summary>
public static class ObsidianNames
{
    /// <summary>What a companion note's name ends with; notes that end so are no texts to check.</summary>
    public const string CompanionEnding = ".entente.md";

    /// <summary>`harbour.entente.md` for `notes/harbour.md`: beside each other in an alphabetical list.</summary>
    public static string Companion(string path) => NoteName(path) + CompanionEnding;

    /// <summary>The name by which links reach a note: its file name without folder and without `.md`.</summary>
    public static string NoteName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name is "" or "-")
            return "standard input";
        return name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3]
            : name.LastIndexOf('.') is > 0 and var dot ? name[..dot]
            : name;
    }

    /// <summary>
    /// A claim's identifier in its companion, made of its words and assertion: it stays when claims before it come or go, so that what embeds it
    /// goes on showing it.
    /// </summary>
    internal static string BlockId(Claim claim, int repetition)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{claim.Quote}\n{claim.Assertion}"));
        var id = "claim-" + Convert.ToHexStringLower(hash)[..8];
        return repetition == 0 ? id : string.Create(CultureInfo.InvariantCulture, $"{id}-{repetition + 1}");
    }

    /// <summary>The callout types that Obsidian knows by colour and sign.</summary>
    internal static string Callout(Verdict verdict) =>
        verdict switch
        {
            Verdict.Supported => "success",
            Verdict.Close => "info",
            Verdict.Contradicted => "failure",
            Verdict.Disputed => "warning",
            Verdict.Inconsistent => "danger",
            Verdict.Open => "todo",
            Verdict.Judgement => "abstract",
            _ => "question",
        };
}
