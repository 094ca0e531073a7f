using System.Security.Cryptography;
using System.Text;
using Entente.Application.Composition;
using Entente.Checking.Reasoning;
using Entente.Sources.Scenarios;

namespace Entente.Application.Supposing;

/// <summary>
/// What a run hangs on beside what was asked: where all of it is the same, the same seed gives the same bits, on any machine. What an address that
/// reproduces a run carries, and what is told when it no longer can.
/// </summary>
/// <param name="File">SHA-256 of the scenario's or argument's own text.</param>
/// <param name="Others">Of the files that it takes figures from; empty where there are none.</param>
/// <param name="Record">Of the record, where figures come from it; empty where none do.</param>
/// <param name="Version">Of the program.</param>
internal sealed record SuppositionKeys(string File, string Others, string Record, string Version)
{
    /// <summary>Enough of a hash for an address: by chance no two texts share it.</summary>
    private const int Shown = 16;

    public static SuppositionKeys Of(CommandContext context, string file, ScenarioSettings settings, DeclaredArgument? argument)
    {
        var own = settings.Text is { } text ? SuppositionAnswer.Hash(text) : HashOf(file);
        var version = typeof(SuppositionKeys).Assembly.GetName().Version?.ToString(3) ?? "0";
        if (argument is not null)
            return new(Short(own), Combined(argument.Files.Skip(1).Select(f => f.Sha256)), Short(argument.RecordHash), version);
        var folders = settings with { Folders = [.. settings.Folders, Composer.Folders(context.Surroundings).Scenarios] };
        var others = ScenarioFile.BaseFile(file, folders);
        var imported = others is null && ScenarioFile.IsImported(file, folders);
        return new(
            Short(own),
            others is null || !System.IO.File.Exists(others) ? "" : Combined([HashOf(others)]),
            imported ? Short(context.Engine.RecordHash()) : "",
            version
        );
    }

    /// <summary>SHA-256 of a file's bytes.</summary>
    public static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(file)));

    private static string Combined(IEnumerable<string> hashes) =>
        hashes.ToList() is { Count: > 0 } all
            ? Short(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', all)))))
            : "";

    private static string Short(string hash) => hash.Length > Shown ? hash[..Shown] : hash;
}
