using System.IO.Compression;
using System.Xml;

namespace Entente.Reading.Word;

/// <summary>The parts of a Word document (.docx), unpacked to a limit and read without the means by which XML expands or reaches elsewhere.</summary>
internal sealed class WordPackage : IDisposable
{
    /// <summary>The largest part, unpacked, in bytes: a novel's text is a fiftieth of it, an archive made to burst memory is larger.</summary>
    private const int MostBytes = 48 * 1024 * 1024;

    private const int MostEntries = 20_000;

    private readonly MemoryStream bytes;
    private readonly ZipArchive archive;

    private WordPackage(MemoryStream bytes, ZipArchive archive) => (this.bytes, this.archive) = (bytes, archive);

    /// <summary>True for bytes that begin as a ZIP archive does.</summary>
    public static bool Fits(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([(byte)'P', (byte)'K', 3, 4]);

    /// <summary>Opens a package; null with the reason where the archive is broken or holds no Word document.</summary>
    public static WordPackage? Open(byte[] file, out string? problem)
    {
        problem = null;
        var bytes = new MemoryStream(file, writable: false);
        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(bytes, ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
                problem = $"an archive of more than {MostEntries} files";
            else if (archive.GetEntry(MainPart) is null)
                problem = "a ZIP archive (or an office document) without a Word document in it";
            else
                return new(bytes, archive);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or NotSupportedException or EndOfStreamException)
        {
            problem = "a broken ZIP archive";
        }
        archive?.Dispose();
        bytes.Dispose();
        return null;
    }

    public const string MainPart = "word/document.xml";

    /// <summary>A reader over a part; null where there is no such part.</summary>
    /// <exception cref="InvalidDataException">The part is broken or too large.</exception>
    public XmlReader? Read(string part)
    {
        if (archive.GetEntry(part) is not { } entry)
            return null;
        // The size that the archive states is what its maker wrote; only what comes out counts.
        using var packed = entry.Open();
        var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (unpacked.Length + read > MostBytes)
            {
                unpacked.Dispose();
                throw new InvalidDataException($"{part}: more than {MostBytes >> 20} MB unpacked");
            }
            unpacked.Write(buffer, 0, read);
        }
        unpacked.Position = 0;
        return XmlReader.Create(
            unpacked,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                MaxCharactersInDocument = MostBytes,
            }
        );
    }

    public void Dispose()
    {
        archive.Dispose();
        bytes.Dispose();
    }
}
