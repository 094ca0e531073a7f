namespace Entente.Sources.Datasets;

/// <summary>What every dataset of the Correlates of War Project shares.</summary>
internal static class CowPublisher
{
    public const string Authority = "COW";

    public const string Licence = "free for research with citation, to be fetched from the project's own site: not to be passed on";

    /// <summary>How files of the project write that a figure is missing; copies of them leave the field empty or write NA.</summary>
    public static ReadOnlySpan<string> Missing => marks;

    private static readonly string[] marks = ["-9", "-9.0", "NA", "."];
}
