using System.Globalization;
using System.IO.Compression;
using System.Text;
using Entente.Actors.Identity;
using Entente.Sources.Identity;

namespace Entente.Web.Tests.Records;

/// <summary>Files in a publisher's layout with figures of nobody's: what public files are imported for, in tests that need none.</summary>
internal static class MadeUp
{
    private const string Header = "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version";

    private static readonly Lazy<string[]> Codes = new(() =>
    {
        var states = StateCodeFiles.Load(Path.Combine(Clone.Root, "catalogue"));
        return
        [
            .. Enumerable
                .Range(2, 990)
                .Select(n => n.ToString(CultureInfo.InvariantCulture))
                .Where(code => Enumerable.Range(1995, 15).All(year => states.Find(CodeSystem.Cow, code, year) is not null))
                .DistinctBy(code => states.Find(CodeSystem.Cow, code, 2000)!.Id),
        ];
    });

    /// <summary>Dyadic trade as the Correlates of War Project prints it, between some states from 1995 on.</summary>
    public static byte[] DyadicTrade(int states = 6, int years = 3, int factor = 1)
    {
        var text = new StringBuilder(Header).Append('\n');
        for (var year = 1995; year < 1995 + years; year++)
        for (var a = 0; a < states; a++)
        for (var b = a + 1; b < states; b++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{Codes.Value[a]},{Codes.Value[b]},{year},A,B,{(a + 1) * factor}.5,{(b + 2) * factor}.25,{(a + 1) * factor}.5,{(b + 2) * factor}.25,4\n"
            );
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Enough rows that it can be cancelled on the way: some hundred thousand.</summary>
    public static byte[] Large() => DyadicTrade(Math.Min(180, Codes.Value.Length), 15);

    /// <summary>A row whose second state is nobody's number.</summary>
    public static byte[] WithStranger() => [.. DyadicTrade(), .. Encoding.UTF8.GetBytes("2,999,1995,A,Nobody,1,1,1,1,4\n")];

    /// <summary>A table that begins as it should and then has empty lines without end: small as long as it is packed.</summary>
    public static byte[] Endless() => [.. DyadicTrade(), .. Enumerable.Repeat((byte)'\n', 80 << 20)];

    public static byte[] Zipped(string member, byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(member).Open())
            entry.Write(bytes);
        return stream.ToArray();
    }

    public static byte[] Gzipped(byte[] bytes)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
            gzip.Write(bytes);
        return stream.ToArray();
    }
}
