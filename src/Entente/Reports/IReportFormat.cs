using Entente.Checking;

namespace Entente.Reports;

/// <summary>
/// A way to print results. <see cref="Begin"/> and <see cref="End"/> are called once around everything; <see cref="Document"/>
/// keeps no state and may be called from several threads, so that a folder's reports are rendered in parallel and written in order.
/// </summary>
public interface IReportFormat
{
    void Begin(TextWriter output);

    /// <param name="output">Takes this document's part.</param>
    /// <param name="report">What was found.</param>
    /// <param name="index">Position among the documents of the run, from 0.</param>
    void Document(TextWriter output, CheckReport report, int index);

    void End(TextWriter output, CorpusSummary corpus);
}
