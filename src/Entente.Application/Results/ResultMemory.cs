using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Application.Inputs;
using Entente.Checking;
using Entente.Checking.Between;
using Entente.Reports;
using Entente.Sources.Files;
using Entente.Sources.Store;

namespace Entente.Application.Results;

/// <summary>
/// What earlier runs made of a file, for runs over folders: a result is taken again where the file's bytes and path, the program, the
/// catalogue, the record with what was imported, the editors' words and the options are all the same, and then it is the same to the letter.
/// </summary>
internal sealed class ResultMemory : IDisposable
{
    // Of the form in which results are kept.
    private const int Form = 1;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly ResultStore store;
    private readonly byte[] circumstances;

    private ResultMemory(ResultStore store, byte[] circumstances) => (this.store, this.circumstances) = (store, circumstances);

    /// <summary>Opens the memory of a run; null where there is no place for one, for then everything is worked out.</summary>
    /// <param name="surroundings">Where the user's folder and the data are.</param>
    /// <param name="overridesPath">The editors' words that apply; null where there are none.</param>
    /// <param name="options">Whatever else a result depends on, one text each.</param>
    public static ResultMemory? Open(Surroundings surroundings, string? overridesPath, params IEnumerable<string> options)
    {
        if (DataFolders.UserFolder(surroundings.Environment) is not { } home)
            return null;
        if (DataFolders.Find(surroundings.Environment, surroundings.ProgramFolder).Folders is not { } folders)
            return null;
        try
        {
            var circumstances = Circumstances(folders, overridesPath, [Imported(surroundings), .. options]);
            return ResultStore.Open(Path.Combine(home, "results")) is { } store ? new(store, circumstances) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Changes with the program, the catalogue, the record and what was imported; null where that cannot be told.</summary>
    public static string? Stamp(Surroundings surroundings)
    {
        if (DataFolders.Find(surroundings.Environment, surroundings.ProgramFolder).Folders is not { } folders)
            return null;
        try
        {
            return Convert.ToHexStringLower(Circumstances(folders, null, [Imported(surroundings)]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The key of a file's results.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="path">As it is printed.</param>
    /// <param name="position">As far as the report looks different for it.</param>
    public byte[] KeyOf(ReadOnlySpan<byte> bytes, string path, int position)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(circumstances);
        Append(hash, path);
        Append(hash, position.ToString(CultureInfo.InvariantCulture));
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    /// <summary>What was made of the file of a key; null where that is not known.</summary>
    public IReadOnlyList<Rendered>? Recall(ReadOnlySpan<byte> key)
    {
        if (store.Find(key) is not { } bytes)
            return null;
        using var stream = new MemoryStream(bytes);
        using var reader = new BinaryReader(stream, Utf8);
        try
        {
            var results = new Rendered[reader.Read7BitEncodedInt()];
            for (var i = 0; i < results.Length; i++)
                results[i] = Read(reader);
            return results;
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or InvalidDataException or OverflowException)
        {
            return null;
        }
    }

    public void Remember(ReadOnlySpan<byte> key, IReadOnlyList<Rendered> results)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Utf8, leaveOpen: true))
        {
            writer.Write7BitEncodedInt(results.Count);
            foreach (var result in results)
                Write(writer, result);
        }
        store.Add(key, stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public void Dispose() => store.Dispose();

    private static byte[] Circumstances(DataFolders folders, string? overridesPath, IEnumerable<string> options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (
            var assembly in (Type[])[typeof(ResultMemory), typeof(CheckReport), typeof(DataFolders), typeof(Numerics.Intervals.Interval)]
        )
            Append(hash, assembly.Module.ModuleVersionId.ToString());
        Append(hash, string.Create(CultureInfo.InvariantCulture, $"{Form} {TextRowsCodec.Form}"));
        foreach (var folder in (string?[])[folders.Catalogue, folders.Record, folders.CatalogueOverlay, folders.UserRecord])
            AppendFolder(hash, folder);
        if (overridesPath is not null && File.Exists(overridesPath))
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(overridesPath)));
        foreach (var option in options)
            Append(hash, option);
        return hash.GetHashAndReset();
    }

    /// <summary>What the store holds, by its ledger: its file looks the same for a while after an import, and a cluster has none.</summary>
    private static string Imported(Surroundings surroundings)
    {
        using var store = StorePlace.Of(surroundings.Environment)?.OpenExisting();
        return store is null ? "" : StoreRecord.HashOf("", store.Imports());
    }

    /// <summary>Names, lengths and times tell whether a table has changed; its words need not be read for that.</summary>
    private static void AppendFolder(IncrementalHash hash, string? folder)
    {
        Append(hash, folder ?? "");
        if (folder is null || !Directory.Exists(folder))
            return;
        foreach (
            var file in new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .OrderBy(f => f.FullName, StringComparer.Ordinal)
        )
            Append(hash, string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Utf8.GetBytes(text));
        hash.AppendData([0]);
    }

    private static void Write(BinaryWriter writer, Rendered result)
    {
        var summary = result.Summary;
        writer.Write7BitEncodedInt(result.Text.Length);
        writer.Flush();
        result.Text.CopyTo(writer.BaseStream);
        writer.Write(summary.Path);
        writer.Write(summary.Title is not null);
        if (summary.Title is not null)
            writer.Write(summary.Title);
        writer.Write(summary.Sha256);
        writer.Write(summary.StandsWrong);
        foreach (var verdict in VerdictNames.ByGravity)
            writer.Write7BitEncodedInt(summary.Counts[verdict]);
        writer.Write(summary.Rows is not null);
        writer.Flush();
        if (summary.Rows is not null)
            TextRowsCodec.Write(writer.BaseStream, summary.Rows);
    }

    private static Rendered Read(BinaryReader reader)
    {
        var text = new Utf8Text();
        text.WriteUtf8(reader.ReadBytes(reader.Read7BitEncodedInt()));
        var summary = new DocumentSummary
        {
            Path = reader.ReadString(),
            Title = reader.ReadBoolean() ? reader.ReadString() : null,
            Sha256 = reader.ReadString(),
            StandsWrong = reader.ReadBoolean(),
            Counts = VerdictCounts.Of(VerdictNames.ByGravity.ToDictionary(v => v, _ => reader.Read7BitEncodedInt())),
            Rows = reader.ReadBoolean() ? TextRowsCodec.Read(reader.BaseStream) : null,
        };
        return new Rendered(text, summary);
    }
}
