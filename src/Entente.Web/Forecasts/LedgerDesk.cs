using System.Security.Cryptography;
using Entente.Application.Composition;
using Entente.Application.Inputs;
using Entente.Sources.Files;
using Entente.Web.Hosting;
using Entente.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Entente.Web.Forecasts;

/// <summary>What a change of a ledger can be undone by: the file as it was, as long as it is what the change made of it.</summary>
internal sealed record LedgerUndo(string Token, string Path, byte[]? Before, string After, string What);

/// <summary>
/// Which ledger is meant, one change at a time, and the last changes to undo. Ledgers are the user's own files: they are opened anew for every
/// request, and a change is made only to what the user has seen.
/// </summary>
internal sealed class LedgerDesk(Workbench workbench, ServeOptions options)
{
    private const int Kept = 50;
    private const string Changed = "/problems/changed";

    private readonly Lock gate = new();
    private readonly LinkedList<LedgerUndo> undos = new();

    /// <summary>The user's own ledger, or the one of `?ledger=`, which must lie in an opened folder.</summary>
    /// <exception cref="WrongUseException">It lies elsewhere, or cannot be read.</exception>
    public LedgerFile Open(HttpContext http)
    {
        var given = http.Request.Query["ledger"].ToString();
        return LedgerFile.Open(given.Length == 0 ? null : Within(given), workbench.Surroundings);
    }

    /// <summary>Changes a ledger and remembers how to undo it.</summary>
    /// <param name="what">The change in a few words, for the undo.</param>
    /// <param name="change">Changes the ledger in memory.</param>
    /// <param name="answer">Writes the answer, with the undo's token; null where nothing changed.</param>
    public IResult Change(
        HttpContext http,
        string what,
        Action<LedgerFile, CommandContext> change,
        Func<LedgerFile, string?, IResult> answer
    )
    {
        lock (gate)
        {
            var file = Open(http);
            if (Unseen(http, file) is { } refused)
                return refused;
            change(file, workbench.Context(http.RequestAborted));
            if (!file.Ledger.Changed)
                return answer(file, null);
            var before = file.Before;
            file.Save();
            var undo = new LedgerUndo(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), file.Path, before, file.Hash, what);
            undos.AddFirst(undo);
            while (undos.Count > Kept)
                undos.RemoveLast();
            return answer(file, undo.Token);
        }
    }

    /// <summary>Puts a ledger back as it was before a change.</summary>
    public IResult Undo(string token, Func<LedgerFile, IResult> answer)
    {
        lock (gate)
        {
            if (undos.FirstOrDefault(u => u.Token == token) is not { } undo)
                return Problems.Missing(
                    "undo",
                    "no such change",
                    "one of this server's last changes",
                    "the ledger is a text file: edit it"
                );
            var file = LedgerFile.Open(undo.Path, workbench.Surroundings);
            if (file.Hash != undo.After)
                return Meanwhile(file.Path);
            file.Restore(undo.Before);
            undos.Remove(undo);
            return answer(LedgerFile.Open(undo.Path, workbench.Surroundings));
        }
    }

    /// <summary>The version of a ledger, as ETags name it.</summary>
    public static string VersionOf(LedgerFile file) => file.Hash[..24];

    /// <summary>The answer to a change of what is not any more; null where it may be made.</summary>
    private static IResult? Unseen(HttpContext http, LedgerFile file)
    {
        var given = http.Request.Headers.IfMatch.ToString().Trim();
        if (given.Length == 0 || given == "*")
            return null;
        var seen = (given.StartsWith("W/", StringComparison.Ordinal) ? given[2..] : given).Trim('"').Split('-')[0];
        return seen == VersionOf(file) ? null : Meanwhile(file.Path);
    }

    private static IResult Meanwhile(string path) =>
        Problems.Of(
            Changed,
            StatusCodes.Status412PreconditionFailed,
            Problems.Problem(
                path,
                "a ledger that was changed meanwhile",
                "the ledger as it was shown",
                "look at it again, then repeat the change"
            )
        );

    private string Within(string given)
    {
        // A relative name is looked for in the opened folders, never in the server's own.
        foreach (var root in options.Paths.Select(RealPath.Of).OfType<string>())
        {
            var full =
                Path.IsPathFullyQualified(given) ? given
                : Directory.Exists(root) ? Path.Combine(root, given)
                : root;
            if (
                RealPath.Of(full) is { } real
                && RealPath.IsWithin(real, root)
                && File.Exists(real)
                && Path.GetFileName(real) == Path.GetFileName(given)
            )
                return real;
        }
        throw new WrongUseException(
            Problems.Problem("ledger", $"'{given}'", "a file in one of the opened folders", "entente serve FOLDER opens one")
        );
    }
}
