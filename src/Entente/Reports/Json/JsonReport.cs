using Entente.Checking;
using Entente.Checking.Between;

namespace Entente.Reports.Json;

/// <summary>JSON lines: one object per document, and after several one `entente/corpus/1` that adds them up.</summary>
public sealed class JsonReport : IReportFormat
{
    public const string CorpusSchema = "entente/corpus/1";

    public void Begin(TextWriter output, string title) { }

    public void Document(TextWriter output, CheckReport report, int index) => CheckJson.Write(output, report);

    public void End(TextWriter output, CorpusSummary corpus)
    {
        if (!corpus.Several)
            return;
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", CorpusSchema);
                json.WriteStartArray("documents");
                foreach (var document in corpus.Documents)
                {
                    json.WriteStartObject();
                    json.WriteString("path", document.Path);
                    json.WriteString("title", document.Title);
                    json.WriteString("sha256", document.Sha256);
                    json.WriteStartObject("summary");
                    CheckJson.Counts(json, document.Counts);
                    json.WriteEndObject();
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteNumber("failed", corpus.Failed);
                json.WriteStartObject("summary");
                CheckJson.Counts(json, corpus.Totals);
                json.WriteEndObject();
                BetweenJson.Write(json, corpus.Between ?? BetweenTexts.None);
                json.WriteEndObject();
            }
        );
    }
}
