using System.Security.Cryptography;
using System.Text;
using Entente.Application.Composition;
using Entente.Checking.Forecasts;
using Entente.Sources.Files;

namespace Entente.Application.Inputs;

/// <summary>
/// The file that a forecast ledger lies in. It is written beside its place and moved onto it, so that it is never half there; and only if
/// nobody changed it since it was read, so that nothing written by hand is lost.
/// </summary>
internal sealed class LedgerFile
{
    private const string Name = "forecasts.md";

    private readonly byte[]? before;

    private LedgerFile(string path, byte[]? bytes, ForecastLedger ledger) => (Path, before, Ledger) = (path, bytes, ledger);

    public string Path { get; }

    public ForecastLedger Ledger { get; }

    /// <summary>SHA-256 of the ledger as it now is.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Ledger.Text)));

    /// <summary>The file's bytes as they were read; null where there was none.</summary>
    public byte[]? Before => before;

    /// <param name="given">The file of `--ledger`; null for the user's own.</param>
    /// <param name="surroundings">Gives the user's folder.</param>
    /// <exception cref="WrongUseException">The file cannot be read, or is no text.</exception>
    public static LedgerFile Open(string? given, Surroundings surroundings)
    {
        var path = given ?? Default(surroundings);
        if (Directory.Exists(path))
            throw Failure(path, "a folder", "a file name", null);
        if (!File.Exists(path))
            return new(path, null, ForecastLedger.Parse("", path));
        var bytes = BoundedBytes.Read(new InputItem { Path = path, Named = true }, surroundings.OpenInput);
        if (bytes.Problem is { } problem)
            throw new WrongUseException(problem);
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.Value!);
            return new(path, bytes.Value, ForecastLedger.Parse(text, path));
        }
        catch (DecoderFallbackException e)
        {
            throw Failure(path, $"bytes that are not UTF-8 (at {e.Index})", "a text in UTF-8", "save it as UTF-8");
        }
    }

    /// <summary>`$ENTENTE_HOME/forecasts.md`, else in the platform's folder for application data.</summary>
    /// <exception cref="WrongUseException">The environment names no place for the user's own files.</exception>
    private static string Default(Surroundings surroundings) =>
        DataFolders.UserFolder(surroundings.Environment) is { } folder
            ? System.IO.Path.Combine(folder, Name)
            : throw new WrongUseException(
                new InputProblem
                {
                    Where = "entente forecasts",
                    Found = "no folder for your own files",
                    Expected = "ENTENTE_HOME, or --ledger FILE",
                }
            );

    /// <summary>Writes what was changed; nothing where nothing was.</summary>
    /// <exception cref="WrongUseException">The file cannot be written, or was changed since it was read.</exception>
    public void Save()
    {
        if (Ledger.Changed)
            Write(Surroundings.Utf8.GetBytes(Ledger.Text));
    }

    /// <summary>Puts other bytes in the place of those that were read; none takes the file away.</summary>
    /// <exception cref="WrongUseException">The file cannot be written, or was changed since it was read.</exception>
    public void Restore(byte[]? bytes) => Write(bytes);

    private void Write(byte[]? bytes)
    {
        // A link stays one: what it leads to is replaced.
        var link = File.Exists(Path) ? File.ResolveLinkTarget(Path, returnFinalTarget: true) : null;
        var place = link?.FullName ?? System.IO.Path.GetFullPath(Path);
        var folder = System.IO.Path.GetDirectoryName(place)!;
        var temporary = System.IO.Path.Combine(folder, $".{System.IO.Path.GetFileName(place)}.{Environment.ProcessId}.part");
        try
        {
            Directory.CreateDirectory(folder);
            var now = File.Exists(place) ? File.ReadAllBytes(place) : null;
            if (before is null ? now is not null : now is null || !now.AsSpan().SequenceEqual(before))
                throw Failure(Path, "a ledger that was changed meanwhile", "the ledger as it was read", "run the command again");
            if (bytes is null)
            {
                File.Delete(place);
                return;
            }
            using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            if (now is not null && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(place));
            File.Move(temporary, place, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(Path, "a place that cannot be written", "a writable file in a writable folder", null);
        }
        finally
        {
            if (File.Exists(temporary))
                File.Delete(temporary);
        }
    }

    private static WrongUseException Failure(string path, string found, string expected, string? hint) =>
        new(
            new InputProblem
            {
                Where = path,
                Found = found,
                Expected = expected,
                Hint = hint,
            }
        );
}
