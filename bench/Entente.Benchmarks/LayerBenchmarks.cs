using System.Text;
using BenchmarkDotNet.Attributes;
using Entente.Application;
using Entente.Application.Composition;
using Entente.Checking;
using Entente.Claims;
using Entente.Cli;
using Entente.Reading;
using Entente.Reports;

namespace Entente.Benchmarks;

/// <summary>Each layer by itself on one 10-page article, warm.</summary>
[MemoryDiagnoser]
public class LayerBenchmarks
{
    private static readonly LocalDate Today = new(2026, 1, 31);

    private byte[] bytes = [];
    private Engine engine = null!;
    private Document document = null!;
    private ExtractionResult extraction = null!;
    private CheckReport report = null!;

    [GlobalSetup]
    public void Load()
    {
        bytes = Encoding.UTF8.GetBytes(Texts.Article(0));
        engine = Composer.Compose(Surroundings.OfProcess());
        document = Read();
        extraction = Extract();
        report = Check();
    }

    [Benchmark]
    public Document Read() => engine.Read(bytes, "article.md", null).Value!;

    [Benchmark]
    public ExtractionResult Extract() => engine.Extract(document, CancellationToken.None);

    [Benchmark]
    public CheckReport Check() => engine.Check(document, extraction, Today, CancellationToken.None);

    [Benchmark]
    public int Html() => Print("html");

    [Benchmark]
    public int Json() => Print("json");

    private int Print(string format)
    {
        var output = new StringWriter();
        ReportFormats.Create(format, new ReportSettings()).Document(output, report, 0);
        return output.GetStringBuilder().Length;
    }
}
