using System.Globalization;
using System.Runtime.InteropServices;
using Entente.Benchmarks.Serving;

namespace Entente.Benchmarks;

/// <summary>
/// The built server as its readers meet it, every figure of "The server" in docs/performance.md as one table: `bench/run serve [--seconds N] [--home FOLDER]
/// [--texts FOLDER]`. N is how long the many readers read (60); FOLDER a user's folder to measure with as well, of which a copy is used, and further
/// texts whose claims are asked for beside the samples and those that are made.
/// </summary>
internal static class ServeRuns
{
    private const int Starts = 5;
    private const int UsualSeconds = 60;

    public static int Measure(string root, string[] args)
    {
        var script = Path.Combine(root, "entente");
        if (!File.Exists(script))
            return Wrong($"{script}: found nothing there, expected a clone of Entente (run bench/run)");
        var (seconds, home, texts) = (UsualSeconds, (string?)null, (string?)null);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : "";
            if (args[i] == "--seconds")
            {
                if (!int.TryParse(value, CultureInfo.InvariantCulture, out seconds) || seconds < 1)
                    return Wrong($"--seconds: found '{value}', expected a whole number from 1 on");
            }
            else if (args[i] is "--home" or "--texts")
            {
                if (!Directory.Exists(value))
                    return Wrong($"{args[i]}: found no folder '{value}', expected one");
                if (args[i] == "--home")
                    home = Path.GetFullPath(value);
                else
                    texts = Path.GetFullPath(value);
            }
            else
                return Wrong($"serve: found '{args[i]}', expected --seconds N, --home FOLDER or --texts FOLDER");
        }
        var folder = Directory.CreateTempSubdirectory("entente-bench-").FullName;
        try
        {
            Measure(script, folder, seconds, home, texts).GetAwaiter().GetResult();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(string script, string folder, int seconds, string? home, string? texts)
    {
        var shelf = new ServedTexts(ProgramRuns.Root, Path.Combine(folder, "texts"), texts);
        var empty = Directory.CreateDirectory(Path.Combine(folder, "home")).FullName;
        await using var browser = await Browsed.Open();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}; load average {Load()} at the beginning"
            )
        );
        Console.WriteLine();
        Console.WriteLine("| what | measured | limit |");
        Console.WriteLine("|---|---|---|");
        Bundle.Measure(
            Path.Combine(ProgramRuns.Root, ".build", "app", "wwwroot"),
            browser is null ? null : await browser.FilesOfFirstView(script, empty)
        );
        await Record(script, empty, shelf, browser, seconds);
        if (browser is null)
            Table.Row("a text of 300 pages", "no Chromium: not measured", "");
        else
            await LongText.Measure(script, empty, shelf, browser);
        if (home is not null)
        {
            var copy = Path.Combine(folder, "copy");
            Copy(home, copy);
            Table.Row($"**with the imports of --home** ({Megabytes(copy)} MB)", "", "");
            await Record(script, copy, shelf, browser, seconds);
        }
        Console.WriteLine();
        Console.WriteLine($"Load average {Load()} at the end.");
    }

    /// <summary>All that depends on what the record holds.</summary>
    private static async Task Record(string script, string home, ServedTexts shelf, Browsed? browser, int seconds)
    {
        var firsts = new List<double>();
        var seen = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using (var trial = await Served.Start(script, home))
                firsts.Add(trial.FirstView);
            if (browser is not null)
                seen.Add(await browser.FirstView(script, home));
        }
        Table.Row("first view answered, from `./entente serve`", $"{Table.Number(Table.Median(firsts), "0.00")} s", "1 s");
        if (seen.Count > 0)
            Table.Row("first view drawn in Chromium, from the same", $"{Table.Number(Table.Median(seen), "0.00")} s", "1 s");
        await ManyReaders.FirstAtOnce(script, home);
        await ClaimDetail.Measure(script, home, shelf);
        await ManyReaders.Measure(script, home, seconds);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
    }

    private static string Megabytes(string folder) =>
        Table.Number(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) / 1e6, "0");

    /// <summary>What else the machine was doing, where the system tells it.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";

    private static int Wrong(string what)
    {
        Console.Error.WriteLine($"bench: {what}");
        return 2;
    }
}
