using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Checking;
using Entente.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Fuzzing;

/// <summary>
/// Whatever is read, nothing is thrown, every report can be written, every span lies in the text, and time grows with length. A few hundred
/// texts in an ordinary run; `ENTENTE_FUZZ_MINUTES=30 dotnet test --filter Fuzzing` goes on for that long, with another seed each time.
/// </summary>
public sealed class FuzzTests
{
    private static readonly double Minutes = double.TryParse(
        Environment.GetEnvironmentVariable("ENTENTE_FUZZ_MINUTES"),
        NumberStyles.Float,
        CultureInfo.InvariantCulture,
        out var minutes
    )
        ? minutes
        : 0;

    private static readonly string[] Formats = ["text", "json", "markdown", "html"];

    [Fact]
    public void Texts_without_sense_are_read() =>
        Run(0.35, HostileTexts.Texts.Select(t => (Encoding.UTF8.GetBytes(t), "text.md")), CheckOne, 60);

    [Fact]
    public void Real_texts_with_changed_bytes_are_read() =>
        Run(0.35, HostileTexts.Mutated(RealTexts()).Select(b => (b, "text.md")), CheckOne, 25);

    [Fact]
    public void Sentences_give_their_quantities() =>
        Run(
            0.1,
            HostileTexts.Stretches.Select(t => (Encoding.UTF8.GetBytes(t), "line")),
            (bytes, _) =>
            {
                var line = Encoding.UTF8.GetString(bytes).ReplaceLineEndings(" ");
                foreach (var quantity in Installation.Engine.Quantities(line))
                {
                    quantity.Start.ShouldBeInRange(0, line.Length);
                    quantity.End.ShouldBeInRange(quantity.Start, line.Length);
                }
            },
            300
        );

    [Fact]
    public void Time_grows_with_length()
    {
        // What is repeated is a stretch of text, so that brackets pile up and quotations never close.
        var tries = Minutes > 0 ? 100_000 : 2;
        var watch = Stopwatch.StartNew();
        foreach (var stretch in Samples(HostileTexts.Stretches, tries))
        {
            var unit = stretch + " ";
            var small = string.Concat(Enumerable.Repeat(unit, Math.Max(1, 16_000 / unit.Length)));
            var large = string.Concat(Enumerable.Repeat(unit, Math.Max(1, 64_000 / unit.Length)));
            // The least of several, as whatever else the machine does only adds.
            var (one, four) = (Cost(small), Cost(large));
            for (var again = 0; again < 6 && four > 8 * one + 500; again++)
                (one, four) = (Math.Min(one, Cost(small)), Math.Min(four, Cost(large)));
            (four <= 8 * one + 500).ShouldBeTrue($"16 kB took {one:0} ms and 64 kB {four:0} ms: {unit}");
            if (Minutes > 0 && watch.Elapsed.TotalMinutes > 0.2 * Minutes)
                break;
        }
    }

    private static double Cost(string text)
    {
        var watch = Stopwatch.StartNew();
        CheckOne(Encoding.UTF8.GetBytes(text), "text.md");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void CheckOne(byte[] bytes, string path)
    {
        var outcome = Installation.Engine.Read(bytes, path, null);
        if (outcome.Value is not { } document)
        {
            outcome.Problem.ShouldNotBeNull();
            return;
        }
        foreach (var statement in document.Statements)
        {
            statement.Start.ShouldBeInRange(0, document.Text.Length);
            statement.End.ShouldBeInRange(statement.Start, document.Text.Length);
        }
        var report = Installation.Check(document);
        foreach (var claim in report.Claims)
        {
            claim.Claim.Start.ShouldBeInRange(0, document.Text.Length);
            claim.Claim.End.ShouldBeInRange(claim.Claim.Start, document.Text.Length);
        }
        foreach (var format in Formats)
        {
            var writer = new StringWriter();
            ReportFormats.Create(format, new ReportSettings()).Document(writer, report, 0);
        }
    }

    private static void Run(double part, Gen<(byte[] Bytes, string Path)> texts, Action<byte[], string> check, int ordinary)
    {
        var watch = Stopwatch.StartNew();
        foreach (var (bytes, path) in Samples(texts, Minutes > 0 ? int.MaxValue : ordinary))
        {
            var one = Stopwatch.StartNew();
            try
            {
                check(bytes, path);
            }
            catch (Exception e)
            {
                var kept = Keep(bytes);
                throw new InvalidOperationException($"{e.GetType().Name}: {e.Message} (the text is kept as {kept})", e);
            }
            // Nothing here is longer than some tens of kilobytes.
            if (one.Elapsed.TotalSeconds > 20)
                throw new InvalidOperationException($"{one.Elapsed.TotalSeconds:0} s for {bytes.Length} bytes (kept as {Keep(bytes)})");
            if (Minutes > 0 && watch.Elapsed.TotalMinutes > part * Minutes)
                break;
        }
    }

    private static IEnumerable<T> Samples<T>(Gen<T> gen, int count)
    {
        // The same texts in every ordinary run; others each time where there are minutes for it.
        var seed = Minutes > 0 ? (ulong)Stopwatch.GetTimestamp() : 20_240_409UL;
        for (var batch = 0; count > 0; batch++)
        {
            var size = Math.Min(count, 50);
            foreach (var sample in gen.Sample(50, new Rnd(seed + (ulong)batch, 1), size))
                yield return sample;
            count -= size;
        }
    }

    private static string Keep(byte[] bytes)
    {
        var path = Path.Combine(
            Path.GetTempPath(),
            $"entente-fuzz-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..12]}.md"
        );
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static List<byte[]> RealTexts()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Clone.Root, "samples")).Order(StringComparer.Ordinal).ToList();
        if (Directory.Exists(Clone.Shared("texts")))
            files.AddRange(Directory.EnumerateFiles(Clone.Shared("texts"), "*.txt").Order(StringComparer.Ordinal));
        return [.. files.Select(File.ReadAllBytes)];
    }
}
