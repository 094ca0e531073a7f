using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Entente.Application.Stores;

namespace Entente.Benchmarks;

/// <summary>
/// Runs `./entente` as a process, from the script's first instruction to its last output, and prints a table for docs/performance.md. Times are
/// medians; memory is the peak resident set as the system counts it.
/// </summary>
internal static class ProgramRuns
{
    private const int StartRuns = 11;
    private const int ManyTexts = 1000;
    private const int ManyNotes = 10_000;

    public static int Measure(string[] args)
    {
        var root = Root;
        var script = Path.Combine(root, "entente");
        if (!File.Exists(script))
        {
            Console.Error.WriteLine($"bench: {script}: found nothing there, expected a clone of Entente (run bench/run)");
            return 2;
        }
        var folder = Directory.CreateTempSubdirectory("entente-bench-").FullName;
        home = Path.Combine(folder, "home");
        try
        {
            var article = Path.Combine(folder, "article.md");
            File.WriteAllText(article, Texts.Article(0));
            // Whatever is stale is built now and not measured.
            Run(script, ["--version"]);
            var bare = Repeat(StartRuns, () => Run(script, ["--version"]));
            var one = Repeat(StartRuns, () => Run(script, ["check", article, "--exit-zero"]));
            var page = Repeat(
                3,
                () => Run(script, ["check", article, "--exit-zero", "--format", "html", "--out", Path.Combine(folder, "page.html")])
            );
            var (texts, bytes) = Many(folder);
            var many = Run(script, ["check", texts, "--exit-zero", "--format", "json", "--out", Path.Combine(folder, "many.json")]);
            Print(bare, one, page, many, bytes);
            Notes(script, folder);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string Folder, long Bytes) Many(string folder)
    {
        var texts = Directory.CreateDirectory(Path.Combine(folder, "texts")).FullName;
        var bytes = 0L;
        for (var i = 0; i < ManyTexts; i++)
        {
            var path = Path.Combine(texts, string.Create(CultureInfo.InvariantCulture, $"{i:0000}.md"));
            File.WriteAllText(path, Texts.Article(i));
            bytes += new FileInfo(path).Length;
        }
        return (texts, bytes);
    }

    /// <summary>A reading list of years: read whole, then again with one note in a hundred changed.</summary>
    private static void Notes(string script, string folder)
    {
        var notes = Directory.CreateDirectory(Path.Combine(folder, "notes")).FullName;
        var bytes = 0L;
        for (var i = 0; i < ManyNotes; i++)
        {
            var path = Path.Combine(notes, string.Create(CultureInfo.InvariantCulture, $"{i:00000}.md"));
            File.WriteAllText(path, Texts.Note(i));
            bytes += new FileInfo(path).Length;
        }
        string[] command = ["check", notes, "--exit-zero", "--format", "json", "--out", Path.Combine(folder, "notes.json")];
        var first = Run(script, command);
        for (var i = 0; i < ManyNotes; i += 100)
            File.AppendAllText(
                Path.Combine(notes, string.Create(CultureInfo.InvariantCulture, $"{i:00000}.md")),
                "- Trade between China and India reached $136 billion in 2023.\n"
            );
        var second = Run(script, command);
        foreach (var (what, sample) in new[] { ("the first time", first), ("again, one in a hundred changed", second) })
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {ManyNotes:#,0} notes ({bytes / 1e6:0} MB), {what} | {sample.Seconds:0.0} s, {sample.PeakBytes / 1e6:0} MB: {bytes / 1e6 / sample.Seconds:0.0} MB/s | 8 MB/s, 600 MB |"
                )
            );
    }

    private static void Print(Sample bare, Sample one, Sample page, Sample many, long bytes)
    {
        string Row(string what, string result, string limit) => $"| {what} | {result} | {limit} |";
        string Cost(Sample s) => string.Create(CultureInfo.InvariantCulture, $"{s.Seconds:0.00} s, {s.PeakBytes / 1e6:0} MB");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}"
            )
        );
        Console.WriteLine();
        Console.WriteLine(Row("what", "measured", "limit"));
        Console.WriteLine("|---|---|---|");
        Console.WriteLine(Row("`./entente --version`: the script and the runtime", Cost(bare), ""));
        Console.WriteLine(Row("`./entente check` on a 10-page article", Cost(one), "0.5 s, 150 MB"));
        Console.WriteLine(Row("the same as a page of HTML", Cost(page), ""));
        var speed = bytes / 1e6 / many.Seconds;
        Console.WriteLine(
            Row(
                string.Create(CultureInfo.InvariantCulture, $"a folder of {ManyTexts} such texts ({bytes / 1e6:0} MB)"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Cost(many)}: {speed:0.0} MB/s; {many.ProcessorSeconds:0.0} s of processor time"
                ),
                "5 MB/s"
            )
        );
    }

    /// <summary>The clone that is measured.</summary>
    public static string Root => Environment.GetEnvironmentVariable("ENTENTE_CLONE") ?? Directory.GetCurrentDirectory();

    /// <summary>One run of `./entente` with a user's folder of its own.</summary>
    public static Sample Run(string root, string userFolder, string[] args)
    {
        home = userFolder;
        return Run(Path.Combine(root, "entente"), args);
    }

    private static string home = "";

    private static Sample Repeat(int times, Func<Sample> run)
    {
        var samples = Enumerable.Range(0, times).Select(_ => run()).OrderBy(s => s.Seconds).ToList();
        return samples[times / 2] with { PeakBytes = samples.Max(s => s.PeakBytes) };
    }

    private static Sample Run(string script, string[] args)
    {
        var start = new ProcessStartInfo(script, args) { RedirectStandardOutput = true, RedirectStandardError = true };
        // Nothing of the user's own, and nothing left behind: only the second reading of the notes remembers the first.
        start.Environment["ENTENTE_HOME"] = home;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"could not start {script}");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, processor) = (0L, 0.0);
        // The system forgets a process's peak with the process, so it is asked while it runs.
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, Peak(process.Id));
            processor = ProcessorTime(process) ?? processor;
        }
        watch.Stop();
        output.Wait();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{script} {string.Join(' ', args)}: status {process.ExitCode}: {errors.Result}");
        return new Sample(watch.Elapsed.TotalSeconds, peak, processor);
    }

    private static double? ProcessorTime(Process process)
    {
        try
        {
            return process.TotalProcessorTime.TotalSeconds;
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return null;
        }
    }

    private static long Peak(int process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                    return 1024 * long.Parse(line.AsSpan(6).TrimEnd("kB ").Trim(), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has just ended, or this system has no /proc.
        }
        return 0;
    }

    internal sealed record Sample(double Seconds, long PeakBytes, double ProcessorSeconds);
}
