using System.Text.RegularExpressions;

namespace Entente.Benchmarks.Serving;

/// <summary>The page's files as the server sends them to who takes gzip: those that come before the first view, and all.</summary>
internal static partial class Bundle
{
    private const double Limit = 600;

    /// <param name="folder">Of the built program.</param>
    /// <param name="drawn">What a browser asks for until the first view stands; null where there is no browser.</param>
    public static void Measure(string folder, IEnumerable<string>? drawn)
    {
        var index = Path.Combine(folder, "index.html");
        if (!File.Exists(index))
        {
            Table.Row("the bundle", "no page was built (Node is missing): not measured", "");
            return;
        }
        // The build names in the page all that it needs before it knows which view is wanted.
        var named = Named().Matches(File.ReadAllText(index)).Select(m => m.Groups[1].Value);
        var all = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".gz", StringComparison.Ordinal) && !f.EndsWith(".br", StringComparison.Ordinal));
        Table.Row("the bundle, gzipped: before any view", Kilobytes([index, .. named.Select(n => Path.Combine(folder, n))]), "");
        if (drawn is not null)
            Table.Row("with the first view", Kilobytes([index, .. drawn.Select(n => Path.Combine(folder, n))]), "");
        Table.Row("with charts, map and all views", Kilobytes(all), $"{Limit} KB");
    }

    private static string Kilobytes(IEnumerable<string> files) =>
        $"{Table.Number(files.Where(File.Exists).Distinct().Sum(Sent) / 1024.0, "0")} KB";

    /// <summary>The compressed copy where there is one; what has none is sent as it is.</summary>
    private static long Sent(string file) => new FileInfo(File.Exists(file + ".gz") ? file + ".gz" : file).Length;

    [GeneratedRegex("(?:src|href)=\"/([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}
