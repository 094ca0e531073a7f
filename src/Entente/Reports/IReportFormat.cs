using Entente.Checking;

namespace Entente.Reports;

/// <summary>
/// A way to print results. <see cref="Begin"/> and <see cref="End"/> are called once around everything; <see cref="Document"/>
/// keeps no state and may be called from several threads, so that a folder's reports are rendered in parallel and written in order.
/// </summary>
public interface IReportFormat
{
    /// <param name="output">Takes the beginning.</param>
    /// <param name="title">What the whole is called: the only document's title, or words for several.</param>
    void Begin(TextWriter output, string title);

    /// <param name="output">Takes this document's part.</param>
    /// <param name="report">What was found.</param>
    /// <param name="index">Position among the documents of the run, from 0.</param>
    void Document(TextWriter output, CheckReport report, int index);

    void End(TextWriter output, CorpusSummary corpus);
}
